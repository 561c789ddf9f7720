package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.WordSet;
import java.util.List;

/** Words that point back to the group named last: "the group", "the militant outfit", "this terrorist organisation". */
final class BackReferences {

    static final WordSet HEADS = WordSet.read("actors/group-nouns.txt");
    private static final WordSet QUALITIES = WordSet.read("actors/group-adjectives.txt");
    private static final WordSet POINTERS = WordSet.of("the", "this", "that");
    private static final WordSet AFTER_NAMES = WordSet.of("of", "calling", "called", "-");
    private static final int FARTHEST = 1_200;

    private BackReferences() {}

    static void find(List<Sentence> sentences, TagCollector tags) {
        sentences.forEach(sentence -> find(sentence, tags));
    }

    private static void find(Sentence sentence, TagCollector tags) {
        var tokens = sentence.tokens();
        for (int i = POINTERS.next(tokens, 0); i + 1 < tokens.size(); i = POINTERS.next(tokens, i + 1)) {
            int head = i + 1;
            while (head < tokens.size() - 1 && head - i <= 2 && QUALITIES.has(tokens.get(head))) {
                head++;
            }
            if (HEADS.has(tokens.get(head)) && !continues(sentence, head)) {
                var span = tokens.get(i).span().to(tokens.get(head).span());
                tags.groupBefore(span.field(), span.start(), Math.max(0, span.start() - FARTHEST))
                        .ifPresent(group -> tags.add(group, span, "back-reference"));
            }
        }
    }

    /** "the group of diplomats", "the group Ansar", "the group calling itself": not a pointer back. */
    private static boolean continues(Sentence sentence, int head) {
        if (head + 1 >= sentence.tokens().size()) {
            return false;
        }
        var next = sentence.tokens().get(head + 1);
        return AFTER_NAMES.has(next) || (next.isWord() && next.isCapitalised() && !next.isUpperCase());
    }
}
