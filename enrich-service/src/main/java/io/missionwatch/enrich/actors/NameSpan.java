package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Token;
import java.util.List;
import java.util.Set;

/** How far a capitalised name reaches to either side, over the small words inside it. */
final class NameSpan {

    private static final Set<String> LINKS = Set.copyOf(Resources.lines("actors/name-links.txt"));
    private static final Set<String> STRONG_LINKS = Set.of("-", "'s", "'", "/");
    private static final Set<String> OPENERS = Set.copyOf(Resources.lines("actors/name-openers.txt"));
    private static final int LONGEST = 14;

    private NameSpan() {}

    /** Past an article and an opening quote. */
    static int skipOpening(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() - 1 && at - from < 3 && skips(tokens.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean skips(Token token) {
        return token.is("the") || token.is("\"") || token.is(",") || token.is("group") || token.is("organization");
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
    static int end(List<Token> tokens, int from, Set<String> heads) {
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
    private static boolean parts(List<Token> tokens, int at, Set<String> heads) {
        return tokens.get(at).is("and") && heads.contains(tokens.get(at - 1).lower());
    }

    static int start(List<Token> tokens, int head, Set<String> heads) {
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
        while (start < head && (OPENERS.contains(tokens.get(start).lower()) || links(tokens, start))) {
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
        if (!LINKS.contains(token.lower()) || token.isCapitalised()) {
            return false;
        }
        return !STRONG_LINKS.contains(token.lower())
                || (at > 0 && tokens.get(at - 1).touches(token));
    }
}
