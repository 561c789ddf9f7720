package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says whose mission it is where a state does to one what states do to their own: "Japan to reopen embassy in Kabul", "Spain and Italy
 * have closed their embassies". A state that storms, guards or bombs a mission owns none by that.
 */
final class Owners {

    private static final int VERB_REACH = 8;
    private static final int SUBJECT_REACH = 9;
    private static final int PASSIVE_REACH = 10;
    private static final int MOST = 40;

    private final MissionWords words;
    private final Senders senders;
    private final Document document;

    Owners(MissionWords words, Senders senders, Document document) {
        this.words = words;
        this.senders = senders;
        this.document = document;
    }

    /** The states that may own a phrase's mission, the likeliest first; those named together are one candidate. */
    List<List<Senders.Found>> of(Sighting sighting) {
        if (!sighting.senders().isEmpty() || sighting.isIndefinite()) {
            return List.of();
        }
        var reader = new Reader(sighting);
        var candidates = new ArrayList<List<Senders.Found>>();
        candidates.add(reader.whoRetreats());
        candidates.add(reader.byWhomItIsClosed());
        candidates.add(reader.whoseDiplomacySpeaks());
        if (sighting.isOwnedByThem()) {
            candidates.addAll(reader.statesBefore());
        }
        candidates.removeIf(List::isEmpty);
        return candidates;
    }

    /** The words around one phrase. */
    private final class Reader {

        private final Sighting sighting;
        private final List<Token> tokens;
        private final boolean caseless;
        private final int first;

        Reader(Sighting sighting) {
            this.sighting = sighting;
            this.tokens = sighting.sentence().tokens();
            this.caseless = document.caseless(sighting.sentence().field());
            this.first = afterDateline(sighting.sentence());
        }

        private int afterDateline(Sentence sentence) {
            var line = document.dateline();
            var at = 0;
            while (line.isPresent()
                    && at < sentence.tokens().size()
                    && sentence.tokens().get(at).span().overlaps(line.get().span())) {
                at++;
            }
            return at;
        }

        private boolean is(MissionRole role, int at) {
            return at >= first && at < tokens.size() && words.is(role, tokens.get(at));
        }

        List<Senders.Found> whoRetreats() {
            for (var at = sighting.start() - 1; at >= Math.max(first, sighting.start() - VERB_REACH); at--) {
                if (is(MissionRole.OWN_VERB, at)) {
                    return subjectOf(at);
                }
                if (!is(MissionRole.OWN_OBJECT, at) && !tokens.get(at).isNumber()) {
                    return List.of();
                }
            }
            return List.of();
        }

        /** "embassy in Bamako closed by Norway". */
        List<Senders.Found> byWhomItIsClosed() {
            var end = Math.min(tokens.size() - 1, sighting.end() + PASSIVE_REACH);
            for (var at = sighting.end(); at + 1 < end; at++) {
                if (is(MissionRole.OWN_VERB, at) && tokens.get(at + 1).is("by")) {
                    return startingAt(tokens.get(at + 2).is("the") ? at + 3 : at + 2)
                            .filter(found -> !is(MissionRole.FORCES, found.end()))
                            .stream()
                            .toList();
                }
            }
            return List.of();
        }

        /** "Turkey's foreign ministry said that the embassy in Damascus": a ministry of abroad speaks of its own. */
        List<Senders.Found> whoseDiplomacySpeaks() {
            var at = first < tokens.size() && tokens.get(first).is("the") ? first + 1 : first;
            return startingAt(at)
                    .filter(found ->
                            is(MissionRole.DIPLOMACY, found.end()) || is(MissionRole.DIPLOMACY, found.end() + 1))
                    .filter(found -> found.end() < sighting.start())
                    .stream()
                    .toList();
        }

        private List<Senders.Found> subjectOf(int verb) {
            for (var at = verb - 1; at >= Math.max(first, verb - SUBJECT_REACH); at--) {
                var sender = endingAt(at);
                if (sender.isPresent()) {
                    return withJoined(sender.get());
                }
                if (tokens.get(at).is(",") || tokens.get(at).is("and")) {
                    return opening();
                }
                if (!is(MissionRole.OWN_SUBJECT, at) && !tokens.get(at).lower().endsWith("ly")) {
                    return List.of();
                }
            }
            return List.of();
        }

        /** "Spain, Italy and France": all of them where the mission is in the plural, else the last. */
        private List<Senders.Found> withJoined(Senders.Found last) {
            var found = new ArrayList<Senders.Found>(List.of(last));
            var at = last.start() - 1;
            while (sighting.head().plural() && at > first && words.is(MissionRole.JOIN, tokens.get(at))) {
                var before = endingAt(tokens.get(at - 1).is(",") ? at - 2 : at - 1);
                if (before.isEmpty()) {
                    break;
                }
                found.add(0, before.get());
                at = before.get().start() - 1;
            }
            return found;
        }

        /** "Kuwait urges citizens to leave, closes embassy": the state that the sentence begins with. */
        private List<Senders.Found> opening() {
            var at = first < tokens.size() && tokens.get(first).is("the") ? first + 1 : first;
            return startingAt(at)
                    .filter(found -> found.end() < sighting.start()
                            && !tokens.get(found.end()).is("'s")
                            && !tokens.get(found.end()).is("-"))
                    .stream()
                    .toList();
        }

        List<List<Senders.Found>> statesBefore() {
            var found = new ArrayList<List<Senders.Found>>();
            for (var at = first; at < Math.min(sighting.start(), MOST); at++) {
                var state = isPlaced(at)
                        ? Optional.<Senders.Found>empty()
                        : startingAt(at).filter(sender -> !is(MissionRole.FORCES, sender.end()));
                if (state.isPresent() && state.get().end() <= sighting.start()) {
                    var last = joinedAfter(state.get());
                    found.add(withJoined(last));
                    at = last.end() - 1;
                }
            }
            return found;
        }

        private Senders.Found joinedAfter(Senders.Found state) {
            var next = state.end() + 1;
            return sighting.head().plural()
                            && next < sighting.start()
                            && words.is(MissionRole.JOIN, tokens.get(state.end()))
                    ? startingAt(next).map(this::joinedAfter).orElse(state)
                    : state;
        }

        private boolean isPlaced(int at) {
            return at > first && words.is(MissionRole.PLACING, tokens.get(at - 1));
        }

        private Optional<Senders.Found> startingAt(int at) {
            return at >= tokens.size()
                    ? Optional.empty()
                    : senders.startingAt(tokens, at, caseless).or(() -> senders.governmentAt(tokens, at));
        }

        private Optional<Senders.Found> endingAt(int at) {
            return at < first
                    ? Optional.empty()
                    : senders.endingAt(tokens, at, caseless)
                            .or(() -> isPlaced(at) ? Optional.empty() : senders.governmentAt(tokens, at));
        }
    }
}
