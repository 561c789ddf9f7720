package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds people without a name of their own who are called by what moves them: "suspected anti-Muslim extremists", "a white extremist". */
final class Extremists {

    private static final Set<String> NOUNS = Set.copyOf(Resources.lines("actors/extremist-nouns.txt"));
    private static final Set<String> CAUSES = Set.copyOf(Resources.lines("actors/extremist-causes.txt"));
    private static final Set<String> SIDES = Set.copyOf(Resources.lines("actors/extremist-sides.txt"));

    private Extremists() {}

    static void find(Document document, TagCollector tags) {
        for (var sentence : document.sentences()) {
            var tokens = sentence.tokens();
            for (int at = 1; at < tokens.size(); at++) {
                if (NOUNS.contains(tokens.get(at).lower())) {
                    tag(sentence, at, tags);
                }
            }
        }
    }

    private static void tag(Sentence sentence, int noun, TagCollector tags) {
        var tokens = sentence.tokens();
        int start = start(tokens, noun);
        if (start < noun) {
            var span = tokens.get(start).span().to(tokens.get(noun).span());
            tags.add(UnlistedGroups.group(name(tokens, start, noun)), span, "called-by-cause");
        }
    }

    /** The cause before the noun: one word of the list, or a side taken and what it is for or against, which may be two words. */
    private static int start(List<Token> tokens, int noun) {
        for (int side = noun - 2; side >= Math.max(0, noun - 4); side--) {
            if (SIDES.contains(tokens.get(side).lower()) && tokens.get(side + 1).is("-")) {
                return side;
            }
        }
        return CAUSES.contains(tokens.get(noun - 1).lower()) ? noun - 1 : noun;
    }

    private static String name(List<Token> tokens, int start, int noun) {
        var name = new StringBuilder();
        for (int at = start; at < noun; at++) {
            boolean joined = at == start || tokens.get(at - 1).touches(tokens.get(at));
            name.append(joined ? "" : " ").append(capitalised(tokens.get(at).text()));
        }
        return name.append(" extremists").toString();
    }

    private static String capitalised(String word) {
        return word.length() < 3 && !word.equals("-")
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
