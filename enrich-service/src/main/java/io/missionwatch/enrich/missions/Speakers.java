package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says whose mission it is that an article never calls somebody's: of the one state besides the host that speaks or protests in it, or
 * whose property or people it tells of: "Warsaw said", "two French gendarmes were hurt".
 */
final class Speakers {

    private static final int MOST = 200;

    private final MissionWords words;
    private final Senders senders;
    private final Document document;
    private Optional<Set<String>> states = Optional.empty();

    Speakers(MissionWords words, Senders senders, Document document) {
        this.words = words;
        this.senders = senders;
        this.document = document;
    }

    /** The one state that may be the sender of a mission in a host state. */
    Optional<Sender> besides(String host) {
        if (states.isEmpty()) {
            states = Optional.of(states());
        }
        var others = states.orElseThrow().stream()
                .filter(state -> !state.equals(host))
                .toList();
        return others.size() == 1 ? Optional.of(Sender.state(others.get(0))) : Optional.empty();
    }

    private Set<String> states() {
        var found = new LinkedHashSet<String>();
        var sentences = document.sentences();
        for (var number = 0; number < Math.min(MOST, sentences.size()); number++) {
            read(sentences.get(number), found);
        }
        return found;
    }

    private void read(Sentence sentence, Set<String> found) {
        var tokens = sentence.tokens();
        var caseless = document.caseless(sentence.field());
        var opening = senders.opening();
        for (var at = opening.next(tokens, 0); at < tokens.size(); at = opening.next(tokens, at + 1)) {
            if (!caseless && !tokens.get(at).isCapitalised() || isPlaced(tokens, at)) {
                continue;
            }
            var index = at;
            var state = senders.startingAt(tokens, at, caseless).or(() -> senders.governmentAt(tokens, index));
            if (state.isPresent() && isConcerned(sentence, state.get())) {
                state.get().sender().state().ifPresent(found::add);
            }
        }
    }

    private boolean isPlaced(List<Token> tokens, int at) {
        return at > 0 && words.is(MissionRole.PLACING, tokens.get(at - 1));
    }

    private boolean isConcerned(Sentence sentence, Senders.Found state) {
        var tokens = sentence.tokens();
        var next = state.end();
        if (next + 1 < tokens.size()
                && (tokens.get(next).is("'s") || tokens.get(next).is("'"))) {
            next++;
        }
        while (next < tokens.size()
                && (words.is(MissionRole.DIPLOMACY, tokens.get(next))
                        || words.is(MissionRole.SKIP, tokens.get(next)))) {
            next++;
        }
        if (next >= tokens.size()) {
            return false;
        }
        var word = tokens.get(next);
        return words.is(MissionRole.SPEAKS, word)
                || words.is(MissionRole.THEIRS, word)
                || words.is(MissionRole.MINISTRY, word) && sentence.field() == Field.TITLE
                || words.is(MissionRole.MINISTRY, word) && words.is(MissionRole.DIPLOMACY, tokens.get(next - 1));
    }
}
