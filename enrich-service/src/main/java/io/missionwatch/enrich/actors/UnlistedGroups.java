package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Months;
import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordMap;
import io.missionwatch.enrich.text.WordSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds groups that no list has, by the form of their names ("Arab Revolutionary Resurgence Movement") or by the words that introduce
 * them ("a group calling itself the Third Dawn").
 */
final class UnlistedGroups {

    static final String PREFIX = "group:";

    private static final WordSet STRONG_CUES = WordSet.of("itself", "themselves", "called", "named");

    private static final WordSet ORDINALS = WordSet.read("actors/ordinals.txt");

    private static final List<List<String>> CUES = Resources.lines("actors/group-cues.txt").stream()
            .map(cue -> List.of(cue.split(" ")))
            .toList();

    /** The words of each cue, by its last one. */
    private final WordMap<List<List<String>>> cues =
            WordMap.of(CUES.stream().collect(Collectors.groupingBy(cue -> cue.get(cue.size() - 1))));

    private final WordSet lastOfCues =
            WordSet.of(CUES.stream().map(cue -> cue.get(cue.size() - 1)).toList());

    private final Set<String> others = Set.copyOf(Resources.lines("actors/not-groups.txt"));
    private final Words heads = Words.read("actors/group-heads.txt");
    private final Words keywords = Words.read("actors/group-keywords.txt");
    private final WordSet places = heads.all().and(lastOfCues);

    private final Claimants claimants = new Claimants(heads.all(), keywords.all(), others);

    /** Words of groups' names. */
    private record Words(WordSet all, WordMap<Weight> weights) {

        static Words read(String resource) {
            var weights = Resources.lines(resource).stream()
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .collect(Collectors.toMap(
                            cells -> cells[0], cells -> Weight.valueOf(cells[1].toUpperCase(Locale.ROOT))));
            return new Words(WordSet.of(weights.keySet()), WordMap.of(weights));
        }

        Weight of(Token token) {
            return weights.get(token, Weight.NONE);
        }
    }

    /** How surely a word belongs to an armed group's name. */
    private enum Weight {
        SURE,
        STRONG,
        WEAK,
        POLITICAL,
        NONE
    }

    /** Words of which a sentence has one where a group is found in it: of each cue the longest, which is the rarest. */
    WordSet needed() {
        var rarest = CUES.stream()
                .map(cue -> Collections.max(cue, Comparator.comparing(String::length)))
                .toList();
        return heads.all().and(WordSet.of(rarest)).and(Claimants.VERBS);
    }

    void find(Document document, List<Sentence> sentences, TagCollector tags) {
        for (var sentence : sentences) {
            var tokens = sentence.tokens();
            boolean caseless = document.caseless(sentence.field());
            for (int i = place(tokens, 0); i < tokens.size(); i = place(tokens, i + 1)) {
                i = Math.max(i, introduced(document, sentence, i, tags));
                i = Math.max(i, formed(document, sentence, i, caseless, tags));
            }
            claimants.find(document, sentence, tags);
        }
    }

    /** The next place from a token on where a name can be: at a head noun or after what may be the last word of a cue. */
    private int place(List<Token> tokens, int from) {
        return Math.max(from, places.next(tokens, Math.max(0, from - 1)));
    }

    /** A name after a cue that ends before token {@code at}; the index of its last token, or -1. */
    private int introduced(Document document, Sentence sentence, int at, TagCollector tags) {
        var tokens = sentence.tokens();
        if (!cueBefore(tokens, at)) {
            return -1;
        }
        int start = NameSpan.skipOpening(tokens, at);
        boolean quoted = start > at && tokens.get(start - 1).is("\"");
        int end = quoted ? NameSpan.quotedEnd(tokens, start) : NameSpan.end(tokens, start, heads.all());
        boolean bounded = quoted || !document.caseless(sentence.field());
        if (end <= start || !bounded || isOther(tokens, start, end)) {
            return -1;
        }
        boolean named =
                end - start >= 2 || Acronyms.isAcronym(tokens.get(start).text()) || quoted || strongCue(tokens, at);
        if (!named) {
            return -1;
        }
        return add(document, sentence, start, end, "introduced-as-group", tags);
    }

    private boolean cueBefore(List<Token> tokens, int at) {
        if (at == 0) {
            return false;
        }
        var known = cues.get(tokens.get(at - 1), List.of());
        for (int i = 0; i < known.size(); i++) {
            if (endsAt(tokens, at, known.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsAt(List<Token> tokens, int end, List<String> cue) {
        if (cue.size() > end || cue.size() < 2) {
            return false;
        }
        for (int i = 0; i < cue.size(); i++) {
            if (!tokens.get(end - cue.size() + i).is(cue.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean strongCue(List<Token> tokens, int at) {
        return STRONG_CUES.has(tokens.get(at - 1));
    }

    private int formed(Document document, Sentence sentence, int at, boolean caseless, TagCollector tags) {
        var tokens = sentence.tokens();
        var head = caseless || tokens.get(at).isCapitalised() ? heads.of(tokens.get(at)) : Weight.NONE;
        if (head == Weight.NONE) {
            return -1;
        }
        int start =
                caseless ? caselessStart(tokens, at) : freed(tokens, NameSpan.start(tokens, at, heads.all()), at, tags);
        int end = caseless ? at + 1 : NameSpan.end(tokens, at, heads.all());
        if (end - start < 2 || isOther(tokens, start, end) || !tells(tokens, start, end, at, head)) {
            return -1;
        }
        return add(document, sentence, start, end, "form-of-name", tags);
    }

    /** "Blue Dawn and the Revolutionary Army": where a name before it is taken, the group's begins behind it. */
    private static int freed(List<Token> tokens, int start, int head, TagCollector tags) {
        int taken = head;
        while (taken >= start && tags.free(tokens.get(taken).span())) {
            taken--;
        }
        int first = taken < start ? start : taken + 1;
        while (first < head && !tokens.get(first).isCapitalised()) {
            first++;
        }
        return first;
    }

    private int caselessStart(List<Token> tokens, int head) {
        int start = head;
        while (start > 0 && keywords.all().has(tokens.get(start - 1))) {
            start--;
        }
        return start;
    }

    /** A strong keyword; or a weak one with a strong head, two of them with a weak head. */
    private boolean tells(List<Token> tokens, int start, int end, int at, Weight head) {
        if (isDated(tokens, start, end)) {
            return true;
        }
        int weak = 0;
        for (int i = start; i < end; i++) {
            var weight = i == at ? Weight.NONE : keywords.of(tokens.get(i));
            if (weight == Weight.STRONG) {
                return true;
            }
            weak += weight == Weight.WEAK ? 1 : 0;
        }
        return switch (head) {
            case SURE -> true;
            case STRONG -> weak >= 1 && end - start >= 3;
            case WEAK -> weak >= 2;
            case POLITICAL, NONE -> false;
        };
    }

    /** "June 16 Organization", "Ninth of June Organization": groups keep days in their names. */
    private static boolean isDated(List<Token> tokens, int start, int end) {
        for (int i = start; i < end; i++) {
            boolean day = i > start && isDay(tokens.get(i - 1))
                    || i + 1 < end && isDay(tokens.get(i + 1))
                    || i - 1 > start && tokens.get(i - 1).is("of") && isDay(tokens.get(i - 2));
            if (day && Months.isMonth(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(Token token) {
        return token.isNumber() || ORDINALS.has(token);
    }

    private boolean isOther(List<Token> tokens, int start, int end) {
        return others.contains(words(tokens, start, end).toLowerCase(Locale.ROOT));
    }

    private int add(Document document, Sentence sentence, int start, int end, String reason, TagCollector tags) {
        var tokens = sentence.tokens();
        var span = tokens.get(start).span().to(tokens.get(end - 1).span());
        if (!tags.free(span)) {
            return -1;
        }
        var group = group(words(tokens, start, end));
        tags.add(group, span, reason);
        Acronyms.defined(document.tokens(), sentence.firstToken() + end)
                .ifPresent(acronym -> tags.define(acronym.text(), group));
        return end - 1;
    }

    static String words(List<Token> tokens, int start, int end) {
        var words = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (i > start && !tokens.get(i - 1).touches(tokens.get(i))) {
                words.append(' ');
            }
            words.append(tokens.get(i).text());
        }
        return words.toString();
    }

    static Actor group(String name) {
        return new Actor(
                PREFIX + CountryActors.kebab(name),
                name,
                ActorType.ARMED_GROUP,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
