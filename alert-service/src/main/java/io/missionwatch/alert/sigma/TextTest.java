package io.missionwatch.alert.sigma;

import java.util.Optional;
import java.util.function.Consumer;

/** The value as a text equals, begins with, ends with or contains a text, or follows a pattern of wildcards. */
final class TextTest implements ValueTest {
    /** How the text of the rule stands in the value. */
    enum Kind {
        EQUAL,
        START,
        END,
        INSIDE,
        PATTERN
    }

    private final Glob glob;
    private final boolean cased;
    private final boolean dashes;
    private final Kind kind;
    private final String literal;

    /**
     * A test for a text.
     *
     * @param cased case counts
     * @param dashes hyphen, slash and the longer dashes are the same character
     */
    TextTest(Glob written, boolean cased, boolean dashes) {
        var same = dashes ? written.map(c -> Fold.isDash(c) ? '-' : c) : written;
        this.glob = cased ? same : same.map(c -> Fold.fold((char) c));
        this.cased = cased;
        this.dashes = dashes;
        int from = glob.startsOpen() ? 1 : 0;
        int to = glob.endsOpen() ? Math.max(from, glob.length() - 1) : glob.length();
        this.kind = glob.isPlain(from, to) ? kindOf(glob) : Kind.PATTERN;
        this.literal = kind == Kind.PATTERN ? glob.longestLiteral() : glob.text(from, to);
    }

    static TextTest equalTo(String text) {
        return new TextTest(Glob.literal(text), false, false);
    }

    private static Kind kindOf(Glob glob) {
        if (glob.startsOpen()) {
            return glob.endsOpen() ? Kind.INSIDE : Kind.END;
        }
        return glob.endsOpen() ? Kind.START : Kind.EQUAL;
    }

    @Override
    public boolean test(Scalar value, Consumer<String> overruns) {
        var text = cased ? value.text() : value.folded();
        return passes(dashes ? Fold.dashes(text) : text);
    }

    private boolean passes(String text) {
        return switch (kind) {
            case EQUAL -> text.equals(literal);
            case START -> text.startsWith(literal);
            case END -> text.endsWith(literal);
            case INSIDE -> text.contains(literal);
            case PATTERN -> glob.matches(text);
        };
    }

    /** Every value passes, whatever it is: the rule asks only that there is one. */
    boolean passesAll() {
        return glob.length() == 1 && glob.startsOpen();
    }

    /** The one folded text that a passing value has, where there is only one. */
    Optional<String> onlyText() {
        return kind == Kind.EQUAL && !dashes ? Optional.of(foldedLiteral()) : Optional.empty();
    }

    /** A folded text that every passing value contains; empty where nothing is known. */
    String partOfText() {
        return dashes ? longestWithoutDash(foldedLiteral()) : foldedLiteral();
    }

    private String foldedLiteral() {
        return cased ? Fold.of(literal) : literal;
    }

    private static String longestWithoutDash(String text) {
        var longest = "";
        for (var part : text.split("-", -1)) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest;
    }
}
