package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the phrases that name missions: their heart, what stands around it, and whose they are. */
final class SightingFinder {

    private static final int LONGEST_WORD = 3;
    private static final int SENTENCES_BACK = 2;

    private final MissionWords words;
    private final Senders senders;
    private final Modifiers modifiers;
    /** With which words a phrase may begin: few words of a text are looked at twice. */
    private final WordSet opening;

    SightingFinder(MissionWords words, Senders senders) {
        this.words = words;
        this.senders = senders;
        this.modifiers = new Modifiers(words, senders);
        opening = WordSet.of(words.heads().firstWords())
                .with(words.of(MissionRole.SEAT))
                .with(words.of(MissionRole.AGAIN))
                .with(senders.openingOrganisations());
    }

    List<Sighting> in(Document document) {
        var sightings = new ArrayList<Sighting>();
        var told = -1;
        for (var number = 0; number < document.sentences().size(); number++) {
            var sentence = document.sentences().get(number);
            var caseless = document.caseless(sentence.field());
            var tokens = sentence.tokens();
            for (var i = opening.next(tokens, 0); i < tokens.size(); ) {
                var sighting = at(sentence, i, caseless);
                if (sighting.isEmpty() && told >= 0 && number - told <= SENTENCES_BACK) {
                    sighting = again(sentence, i, sightings.get(sightings.size() - 1));
                }
                if (sighting.isPresent()) {
                    sightings.add(sighting.get());
                    told = number;
                    i = opening.next(
                            tokens,
                            Math.max(sighting.get().end(), sighting.get().headStart() + 1));
                } else {
                    i = opening.next(tokens, i + 1);
                }
            }
        }
        return sightings;
    }

    /** "The mission said": by itself it may be any errand, but not where an office with its state was named just before. */
    private Optional<Sighting> again(Sentence sentence, int index, Sighting before) {
        var tokens = sentence.tokens();
        var isDefinite = index > 0 && tokens.get(index - 1).is("the") && words.is(MissionRole.AGAIN, tokens.get(index));
        if (!isDefinite
                || before.isPerson()
                || before.senders().size() != 1
                || index + 1 >= tokens.size()
                || words.is(MissionRole.NOT_AGAIN, tokens.get(index + 1))
                || isSomethingElse(tokens, index, index + 1)) {
            return Optional.empty();
        }
        var head = new Head(MissionType.OTHER, false, false, false, Optional.empty());
        var sighting = new Sighting(sentence, head, index, index + 1);
        sighting.markDefinite();
        return Optional.of(sighting);
    }

    private Optional<Sighting> at(Sentence sentence, int index, boolean caseless) {
        var organ = organ(sentence, index, caseless).or(() -> organOf(sentence, index, caseless));
        if (organ.isPresent()) {
            return organ;
        }
        var head = words.heads().at(sentence.tokens(), index);
        return head.isPresent()
                ? headed(sentence, head.get().meaning(), index, head.get().end(), caseless)
                : Optional.empty();
    }

    /** "the UN compound": an organisation and what of it is meant. */
    private Optional<Sighting> organ(Sentence sentence, int index, boolean caseless) {
        var tokens = sentence.tokens();
        if (!caseless && !tokens.get(index).isCapitalised()) {
            return Optional.empty();
        }
        var owner = senders.startingAt(tokens, index, caseless);
        if (owner.isEmpty()
                || owner.get().sender().organisation().isEmpty()
                || !caseless && isOnlyAWord(tokens.get(index), owner.get())) {
            return Optional.empty();
        }
        var organ = possessive(tokens, owner.get().end());
        while (organ < tokens.size() && words.is(MissionRole.SKIP, tokens.get(organ))) {
            organ++;
        }
        if (organ >= tokens.size() || !words.is(MissionRole.ORGAN, tokens.get(organ))) {
            return Optional.empty();
        }
        return Optional.of(organisational(sentence, organ, owner.get()));
    }

    /** "Who staff the office?" asks for no organisation. */
    private static boolean isOnlyAWord(Token token, Senders.Found owner) {
        return owner.end() - owner.start() == 1 && token.text().length() <= LONGEST_WORD && !token.isUpperCase();
    }

    /** "the offices of the UN". */
    private Optional<Sighting> organOf(Sentence sentence, int index, boolean caseless) {
        var tokens = sentence.tokens();
        if (!words.is(MissionRole.SEAT, tokens.get(index))
                || index + 2 >= tokens.size()
                || !words.is(MissionRole.OF, tokens.get(index + 1))) {
            return Optional.empty();
        }
        var first = tokens.get(index + 2).is("the") && index + 3 < tokens.size() ? index + 3 : index + 2;
        return senders.startingAt(tokens, first, caseless)
                .filter(owner -> owner.sender().organisation().isPresent())
                .map(owner -> organisational(sentence, index, owner));
    }

    private static Sighting organisational(Sentence sentence, int organ, Senders.Found owner) {
        var head = new Head(MissionType.INTERNATIONAL_ORGANISATION, false, false, false, Optional.empty());
        var sighting = new Sighting(sentence, head, organ, organ + 1);
        sighting.add(owner);
        return sighting;
    }

    private static int possessive(List<Token> tokens, int index) {
        var isMark = index < tokens.size()
                && (tokens.get(index).is("'s") || tokens.get(index).is("'"));
        return isMark ? index + 1 : index;
    }

    private Optional<Sighting> headed(Sentence sentence, Head head, int start, int end, boolean caseless) {
        var sighting = new Sighting(sentence, head, start, end);
        if (isSomethingElse(sentence.tokens(), start, end) || !caseless && isHouseOf(sentence, start)) {
            return Optional.empty();
        }
        modifiers.readBefore(sighting, caseless);
        if (sighting.isPast()) {
            return Optional.empty();
        }
        modifiers.readAfter(sighting, caseless);
        modifiers.readHolder(sighting);
        if (isHouse(sighting, caseless) || isVisiting(sighting)) {
            return Optional.empty();
        }
        if (words.is(MissionRole.DISTRICT, sighting.sentence().tokens().get(end - 1))) {
            sighting.senders().clear();
        }
        var isTheirs = sighting.isOwnedByThem() && (head.type() == MissionType.HIGH_COMMISSION || isAbroad(sighting));
        if (head.weak() && sighting.senders().isEmpty() && !isTheirs || isPurpose(sighting)) {
            return Optional.empty();
        }
        modifiers.readHome(sighting);
        head.sender()
                .filter(iso2 -> sighting.senders().isEmpty())
                .ifPresent(iso2 -> sighting.add(new Senders.Found(Sender.state(iso2), start, start)));
        return Optional.of(sighting);
    }

    /** "A Spanish delegation arrived": no office, as those of organisations are. */
    private boolean isVisiting(Sighting sighting) {
        var tokens = sighting.sentence().tokens();
        return words.is(MissionRole.VISITING, tokens.get(sighting.headStart()))
                && sighting.senders().stream().allMatch(found -> isTravelling(found.sender()));
    }

    private static boolean isTravelling(Sender sender) {
        return sender.state().filter(state -> !state.equals("PS")).isPresent();
    }

    /** "its missions in northern Iraq". */
    private boolean isAbroad(Sighting sighting) {
        var tokens = sighting.sentence().tokens();
        var next = sighting.end();
        return sighting.type() == MissionType.OTHER
                && sighting.head().plural()
                && next + 1 < tokens.size()
                && (tokens.get(next).is("abroad")
                        || tokens.get(next).is("in")
                                && (tokens.get(next + 1).isCapitalised()
                                        || words.is(MissionRole.AREA, tokens.get(next + 1))));
    }

    /** "The Embassy Grill": a house of nobody's, with a name in capitals that goes on behind the word. */
    private boolean isHouse(Sighting sighting, boolean caseless) {
        var tokens = sighting.sentence().tokens();
        var next = sighting.end();
        return !caseless
                && sighting.sentence().field() == Field.BODY
                && sighting.senders().isEmpty()
                && sighting.head().type() == MissionType.EMBASSY
                && tokens.get(next - 1).isCapitalised()
                && !tokens.get(next - 1).isUpperCase()
                && next < tokens.size()
                && tokens.get(next).isCapitalised()
                && !tokens.get(next).isUpperCase()
                && !words.is(MissionRole.PART, tokens.get(next))
                && !words.is(MissionRole.STAFF, tokens.get(next));
    }

    /** "the Hotel Ambassador", where a headline has no capitals to tell by. */
    private boolean isHouseOf(Sentence sentence, int start) {
        var head = sentence.tokens().get(start);
        return start > 0
                && sentence.field() == Field.BODY
                && head.isCapitalised()
                && !head.isUpperCase()
                && words.is(MissionRole.HOUSE, sentence.tokens().get(start - 1));
    }

    /** "the Saudi mission to free the hostages" is an errand. */
    private static boolean isPurpose(Sighting sighting) {
        var tokens = sighting.sentence().tokens();
        var next = sighting.end();
        return sighting.head().weak()
                && sighting.type() == MissionType.OTHER
                && next + 1 < tokens.size()
                && tokens.get(next).is("to")
                && !tokens.get(next + 1).isCapitalised()
                && !tokens.get(next + 1).is("the");
    }

    private boolean isSomethingElse(List<Token> tokens, int start, int end) {
        if (end < tokens.size() && words.is(MissionRole.NOT_AFTER, tokens.get(end))) {
            return true;
        }
        if (start > 0 && words.is(MissionRole.NOT_BEFORE, tokens.get(start - 1))) {
            return true;
        }
        var afterOf = end + 1 < tokens.size()
                && words.is(MissionRole.OF, tokens.get(end))
                && words.is(MissionRole.NOT_AFTER, tokens.get(end + 1));
        return afterOf
                || isQuotedTitle(tokens, start, end)
                || isCause(tokens, start, end)
                || isMagazine(tokens, start, end);
    }

    /** "The Embassy" in quotation marks is a film, a book or a band. */
    private static boolean isQuotedTitle(List<Token> tokens, int start, int end) {
        var before = start > 0
                        && (tokens.get(start - 1).is("the")
                                || tokens.get(start - 1).is("a"))
                ? start - 2
                : start - 1;
        return before >= 0 && end < tokens.size() && isQuote(tokens.get(before)) && isQuote(tokens.get(end));
    }

    /** "The Diplomat" with capitals in running text is a title; "The Diplomats met" begins a sentence with both. */
    private static boolean isMagazine(List<Token> tokens, int start, int end) {
        return start > 0
                && tokens.get(start).is("diplomat")
                && tokens.get(start - 1).is("the")
                && tokens.get(start).isCapitalised()
                && tokens.get(start - 1).isCapitalised()
                && !tokens.get(start).isUpperCase()
                && (end == tokens.size() || !tokens.get(end).isCapitalised());
    }

    private static boolean isQuote(Token token) {
        return token.is("\"") || token.is("'");
    }

    /** "an ambassador of peace", "ambassador for the charity". */
    private static boolean isCause(List<Token> tokens, int start, int end) {
        return tokens.get(start).lower().startsWith("ambassador")
                && end + 1 < tokens.size()
                && (tokens.get(end).is("of") || tokens.get(end).is("for"))
                && !tokens.get(end + 1).isCapitalised()
                && !tokens.get(end + 1).is("the");
    }
}
