package io.missionwatch.enrich.text;

/**
 * A word, number or mark. {@code text} and {@code lower} are normalised; {@code start} and {@code end} count in the original field;
 * {@code number} is that of the lower word in the vocabulary of all our lists, below zero where no list has it: {@link WordSet} and
 * {@link WordMap} answer by it.
 */
public record Token(Field field, int start, int end, String text, String lower, int number, Kind kind) {

    /** What a token is made of. */
    public enum Kind {
        WORD,
        NUMBER,
        PUNCTUATION
    }

    public Span span() {
        return new Span(field, start, end);
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Starts with a digit: 12, 1,200, 3rd, 1980s. */
    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isPunctuation() {
        return kind == Kind.PUNCTUATION;
    }

    /** Its first letter is upper or title case; scripts without case are never capitalised. */
    public boolean isCapitalised() {
        int first = text.charAt(0);
        if (first < 0x80) {
            return first >= 'A' && first <= 'Z';
        }
        first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** All its letters are upper case and it has two or more of them: an acronym, or a word of a caseless text. */
    public boolean isUpperCase() {
        int upper = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            upper += Character.isUpperCase(c) ? 1 : 0;
        }
        return upper >= 2;
    }

    /** No list of words has it, as far as there were lists when the vocabulary had so many words. */
    boolean isUnlistedAmong(int numbered) {
        return ~number >= numbered;
    }

    public boolean is(String lowerCase) {
        return lower.equals(lowerCase);
    }

    /** Nothing stands between this token and the next. */
    public boolean touches(Token next) {
        return field == next.field && end == next.start;
    }
}
