package io.missionwatch.alert.sigma;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A text of a rule with its wildcards: {@code *} stands for any run of characters, {@code ?} for exactly one. Escapes
 * are those of the Sigma specification: a backslash makes a wildcard or another backslash plain, before anything else
 * it is itself.
 */
final class Glob {
    static final int ANY_RUN = -1;
    static final int ANY_ONE = -2;

    private final int[] symbols;

    private Glob(int[] symbols) {
        this.symbols = symbols;
    }

    static Glob parse(String written) {
        var symbols = new int[written.length()];
        int length = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length() && isSpecial(written.charAt(i + 1))) {
                symbols[length++] = written.charAt(++i);
            } else {
                symbols[length++] = symbolOf(c);
            }
        }
        return new Glob(Arrays.copyOf(symbols, length));
    }

    private static boolean isSpecial(char c) {
        return c == '*' || c == '?' || c == '\\';
    }

    private static int symbolOf(char c) {
        if (c == '*') {
            return ANY_RUN;
        }
        return c == '?' ? ANY_ONE : c;
    }

    static Glob literal(String text) {
        return new Glob(text.chars().toArray());
    }

    Glob map(IntUnaryOperator change) {
        var changed = symbols.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = changed[i] < 0 ? changed[i] : change.applyAsInt(changed[i]);
        }
        return new Glob(changed);
    }

    Glob openedAtEnd() {
        return endsOpen()
                ? this
                : new Glob(IntStream.concat(IntStream.of(symbols), IntStream.of(ANY_RUN))
                        .toArray());
    }

    Glob openedAtStart() {
        return startsOpen()
                ? this
                : new Glob(IntStream.concat(IntStream.of(ANY_RUN), IntStream.of(symbols))
                        .toArray());
    }

    boolean startsOpen() {
        return symbols.length > 0 && symbols[0] == ANY_RUN;
    }

    boolean endsOpen() {
        return symbols.length > 0 && symbols[symbols.length - 1] == ANY_RUN;
    }

    boolean isLiteral() {
        return isPlain(0, symbols.length);
    }

    int length() {
        return symbols.length;
    }

    int symbol(int index) {
        return symbols[index];
    }

    /** The plain characters between two positions, which must hold no wildcard. */
    String text(int from, int to) {
        var text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            text.append((char) symbols[i]);
        }
        return text.toString();
    }

    /** Whether positions {@code from} to {@code to} hold no wildcard. */
    boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (symbols[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The longest run of plain characters, which every matching text contains. */
    String longestLiteral() {
        int best = 0;
        int bestEnd = 0;
        int run = 0;
        for (int i = 0; i < symbols.length; i++) {
            run = symbols[i] < 0 ? 0 : run + 1;
            if (run > best) {
                best = run;
                bestEnd = i + 1;
            }
        }
        return text(bestEnd - best, bestEnd);
    }

    /** Matches the whole text. Goes back only to the last star, so the time is bounded by the product of the lengths. */
    boolean matches(String text) {
        int at = 0;
        int symbol = 0;
        int star = -1;
        int starAt = 0;
        while (at < text.length()) {
            if (symbol < symbols.length && symbols[symbol] == ANY_RUN) {
                star = symbol++;
                starAt = at;
            } else if (symbol < symbols.length && accepts(symbols[symbol], text, at)) {
                at += width(symbols[symbol++], text, at);
            } else if (star >= 0) {
                symbol = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (symbol < symbols.length && symbols[symbol] == ANY_RUN) {
            symbol++;
        }
        return symbol == symbols.length;
    }

    private static boolean accepts(int symbol, String text, int at) {
        return symbol == ANY_ONE || symbol == text.charAt(at);
    }

    private static int width(int symbol, String text, int at) {
        return symbol == ANY_ONE ? Character.charCount(text.codePointAt(at)) : 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && Arrays.equals(symbols, glob.symbols);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(symbols);
    }
}
