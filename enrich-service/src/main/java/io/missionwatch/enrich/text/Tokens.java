package io.missionwatch.enrich.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Cuts a normalised text into words, numbers and marks, each read once from left to right. */
final class Tokens {

    /** Longer words are noise or an attack: they are cut, so that nothing after this meets an endless one. */
    private static final int LONGEST = 128;
    /** A period behind so few letters may be an acronym's. */
    private static final int BEFORE_PERIOD = 2;

    private static final int NOT_ASCII = 0x80;
    /** The bit that tells the small letters of English from the capitals. */
    private static final int SMALL = 0x20;

    private static final String[] MARKS = IntStream.range(0, NOT_ASCII)
            .mapToObj(c -> String.valueOf((char) c).intern())
            .toArray(String[]::new);

    private final Field field;
    private final Normalised source;
    private final String text;
    private final char[] letters;
    private final Vocabulary vocabulary = Vocabulary.now();
    private final List<Token> tokens;

    private Tokens(Field field, Normalised source, List<Token> tokens) {
        this.field = field;
        this.source = source;
        this.text = source.text();
        this.letters = text.toCharArray();
        this.tokens = tokens;
    }

    /** Adds the tokens of a field to those of the fields before it. */
    static void add(Field field, Normalised source, List<Token> tokens) {
        new Tokens(field, source, tokens).read();
    }

    private void read() {
        int at = 0;
        while (at < letters.length) {
            char c = letters[at];
            if (isEnglish(c)) {
                at = plain(at);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                at = next(at, text.codePointAt(at));
            }
        }
    }

    /** A word of the letters and digits of English alone, as most are; where it may go on otherwise, as any other. */
    private int plain(int start) {
        int last = Math.min(letters.length, start + LONGEST);
        int hash = 0;
        int capitals = 0;
        int at = start;
        for (; at < last && isPlain(letters[at]); at++) {
            char small = small(letters[at]);
            capitals += small == letters[at] ? 0 : 1;
            hash = 31 * hash + small;
        }
        if (at < letters.length && mayGoOn(letters[at], at - start)) {
            return next(start, letters[start]);
        }
        var word = vocabulary.find(letters, start, at, hash);
        if (capitals == 0) {
            var lower = word.isListed() ? word.lower() : text.substring(start, at);
            return add(start, at, lower, lower, word.number(), Token.Kind.WORD);
        }
        boolean capitalised = capitals == 1 && letters[start] < 'a';
        var written = capitalised && word.isListed() ? word.capitalised() : text.substring(start, at);
        var lower = word.isListed() ? word.lower() : written.toLowerCase(Locale.ROOT);
        return add(start, at, written, lower, word.number(), Token.Kind.WORD);
    }

    private static boolean mayGoOn(char c, int length) {
        return c == '\'' || c >= NOT_ASCII || (c == '.' && length <= BEFORE_PERIOD);
    }

    private int next(int at, int c) {
        if (c >= NOT_ASCII && Character.isIdeographic(c)) {
            return add(at, at + Character.charCount(c), Token.Kind.WORD);
        }
        if (Character.isDigit(c)) {
            return add(at, numberEnd(at), Token.Kind.NUMBER);
        }
        if (Character.isLetter(c)) {
            int acronym = Math.max(acronymEnd(at), doubledEnd(at));
            return add(at, acronym > at ? acronym : wordEnd(at), Token.Kind.WORD);
        }
        if (c == '\'' && possessive(at)) {
            return add(at, at + 2, Token.Kind.WORD);
        }
        return mark(at, c);
    }

    private int mark(int at, int c) {
        int end = markEnd(at, c);
        var mark = c < NOT_ASCII && end == at + 1 ? MARKS[c] : text.substring(at, end);
        return add(at, end, mark, mark, vocabulary.find(mark).number(), Token.Kind.PUNCTUATION);
    }

    private int add(int start, int end, Token.Kind kind) {
        var written = text.substring(start, end);
        var lower = written.toLowerCase(Locale.ROOT);
        return add(start, end, written, lower, vocabulary.find(lower).number(), kind);
    }

    private int add(int start, int end, String written, String lower, int number, Token.Kind kind) {
        tokens.add(new Token(field, source.origin(start), source.originEnd(end), written, lower, number, kind));
        return end;
    }

    private int wordEnd(int start) {
        int at = plainEnd(start);
        while (at < text.length() && at - start < LONGEST) {
            int c = text.codePointAt(at);
            if (c == '\'') {
                if (!joins(start, at)) {
                    return at;
                }
            } else if (!partOfWord(c)) {
                return at;
            }
            at += Character.charCount(c);
            if (c == '\'' && elision(start, at)) {
                return at;
            }
        }
        return at;
    }

    /** Past the letters and digits of English, of which most words have no others. */
    private int plainEnd(int start) {
        int last = Math.min(text.length(), start + LONGEST);
        int at = start;
        while (at < last && isPlain(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(int c) {
        return isEnglish(c) || (c >= '0' && c <= '9');
    }

    private static boolean isEnglish(int c) {
        int small = c | SMALL;
        return small >= 'a' && small <= 'z';
    }

    /** The small letter of a letter of English; a digit is the same. */
    static char small(char letterOrDigit) {
        return (char) (letterOrDigit | SMALL);
    }

    /** An apostrophe inside a word (isn't, Sana'a), not a possessive and not a closing quote. */
    private boolean joins(int start, int apostrophe) {
        int next = apostrophe + 1;
        return next < text.length()
                && apostrophe > start
                && Character.isLetter(text.codePointAt(next))
                && !possessive(apostrophe);
    }

    private boolean possessive(int apostrophe) {
        if (apostrophe + 1 >= text.length()
                || apostrophe == 0
                || !Character.isLetterOrDigit(text.charAt(apostrophe - 1))) {
            return false;
        }
        char s = text.charAt(apostrophe + 1);
        return (s == 's' || s == 'S')
                && (apostrophe + 2 == text.length() || !partOfWord(text.codePointAt(apostrophe + 2)));
    }

    /** The l' and d' of Romance languages, which are words of their own. */
    private boolean elision(int start, int afterApostrophe) {
        return afterApostrophe - start == 2 && "lLdD".indexOf(text.charAt(start)) >= 0;
    }

    private int acronymEnd(int start) {
        int at = start;
        int letters = 0;
        while (at + 1 < text.length()
                && Character.isLetter(text.charAt(at))
                && text.charAt(at + 1) == '.'
                && letters < LONGEST / 2) {
            at += 2;
            letters++;
        }
        if (letters >= 1 && at < text.length() && Character.isLetter(text.charAt(at)) && !letterAt(at + 1)) {
            return text.charAt(at - 1) == '.' && boundary(at + 1) ? at + 1 : start;
        }
        return letters >= 2 && boundary(at) ? at : start;
    }

    /** The end of an acronym of plurals, in which each letter stands twice, such as the Spanish EE.UU.; else the start. */
    private int doubledEnd(int start) {
        int at = start;
        while (at + 2 < text.length()
                && at - start < LONGEST
                && Character.isUpperCase(text.charAt(at))
                && text.charAt(at + 1) == text.charAt(at)
                && text.charAt(at + 2) == '.') {
            at += 3;
        }
        return at - start >= 6 && boundary(at) ? at : start;
    }

    private boolean letterAt(int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    private boolean boundary(int at) {
        return at >= text.length() || !partOfWord(text.codePointAt(at)) || text.charAt(at - 1) == '.';
    }

    private int numberEnd(int start) {
        int at = start;
        while (at < text.length() && at - start < LONGEST) {
            int c = text.codePointAt(at);
            boolean separator = (c == '.' || c == ',' || c == ':')
                    && at + 1 < text.length()
                    && Character.isDigit(text.charAt(at + 1));
            if (!separator && !partOfWord(c)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private int markEnd(int start, int c) {
        int at = start + Character.charCount(c);
        while (at < text.length() && text.codePointAt(at) == c && c != '"' && c != '\'') {
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean partOfWord(int c) {
        if (c < NOT_ASCII) {
            return isPlain(c);
        }
        if (Character.isIdeographic(c)) {
            return false;
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
