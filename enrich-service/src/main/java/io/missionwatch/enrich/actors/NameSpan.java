package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordSet;
import java.util.List;

/** How far a capitalised name reaches to either side, over the small words inside it. */
final class NameSpan {

    private static final WordSet LINKS = WordSet.read("actors/name-links.txt");
    private static final WordSet STRONG_LINKS = WordSet.of("-", "'s", "'", "/");
    private static final WordSet OPENERS = WordSet.read("actors/name-openers.txt");
    private static final WordSet SKIPPED = WordSet.of("the", "\"", ",", "group", "organization");
    private static final int LONGEST = 14;

    private NameSpan() {}

    /** Past an article and an opening quote. */
    static int skipOpening(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() - 1 && at - from < 3 && SKIPPED.has(tokens.get(at))) {
            at++;
        }
        return at;
    }

    static int quotedEnd(List<Token> tokens, int start) {
        for (int i = start; i < tokens.size() && i - start < LONGEST; i++) {
            boolean beforeQuote = i + 1 < tokens.size() && tokens.get(i + 1).is("\"");
            if (tokens.get(i).is("\"") || (tokens.get(i).is(",") && beforeQuote)) {
                return i;
            }
        }
        return start;
    }

    /** The index after the last token of the name that goes on from a capitalised token. */
    static int end(List<Token> tokens, int from, WordSet heads) {
        if (from >= tokens.size() || !isName(tokens.get(from))) {
            return from;
        }
        int end = from + 1;
        while (end < tokens.size() && end - from < LONGEST) {
            int next = end;
            while (next < tokens.size() && next - end < 3 && links(tokens, next)) {
                next++;
            }
            if (next >= tokens.size() || !isName(tokens.get(next)) || parts(tokens, end, heads)) {
                return end;
            }
            end = next + 1;
        }
        return end;
    }

    /** An "and" after a group's head noun parts two names. */
    private static boolean parts(List<Token> tokens, int at, WordSet heads) {
        return tokens.get(at).is("and") && heads.has(tokens.get(at - 1));
    }

    static int start(List<Token> tokens, int head, WordSet heads) {
        int start = head;
        while (start > 0 && head - start < LONGEST) {
            int before = start - 1;
            while (before >= 0
                    && start - before < 4
                    && links(tokens, before)
                    && !"in".equals(tokens.get(before).lower())) {
                before--;
            }
            if (before < 0 || !isName(tokens.get(before)) || parts(tokens, before + 1, heads)) {
                break;
            }
            start = before;
        }
        while (start < head && (OPENERS.has(tokens.get(start)) || links(tokens, start))) {
            start++;
        }
        return start;
    }

    private static boolean isName(Token token) {
        return token.isNumber() || (token.isWord() && token.isCapitalised() && !token.is("'s"));
    }

    /** A small word, or a mark that touches the words on both sides. */
    private static boolean links(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (!LINKS.has(token) || token.isCapitalised()) {
            return false;
        }
        return !STRONG_LINKS.has(token) || (at > 0 && tokens.get(at - 1).touches(token));
    }
}
