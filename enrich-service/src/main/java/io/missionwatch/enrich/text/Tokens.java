package io.missionwatch.enrich.text;

import java.util.BitSet;
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
    /** The marks that end sentences. */
    private static final String ENDS = ".!?\u2026\u061f\u06d4\u0964\u3002\uff01\uff1f";

    private static final String[] MARKS = IntStream.range(0, NOT_ASCII)
            .mapToObj(c -> String.valueOf((char) c).intern())
            .toArray(String[]::new);

    private final Field field;
    private final Normalised source;
    private final char[] text;
    private final Vocabulary vocabulary = Vocabulary.now();
    private final List<Token> tokens;
    private final BitSet stops;

    private Tokens(Field field, Normalised source, List<Token> tokens, BitSet stops) {
        this.field = field;
        this.source = source;
        this.text = source.letters();
        this.tokens = tokens;
        this.stops = stops;
    }

    /** Adds the tokens of a field to those of the fields before it, and to the stops the numbers of those that may end a sentence. */
    static void add(Field field, Normalised source, List<Token> tokens, BitSet stops) {
        new Tokens(field, source, tokens, stops).read();
    }

    private void read() {
        int at = 0;
        while (at < text.length) {
            char c = text[at];
            if (WordKey.isEnglish(c)) {
                at = english(at);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                at = next(at, codePoint(at));
            }
        }
    }

    /** A word of a few letters and digits of English alone, as most are; any other as it comes. */
    private int english(int start) {
        int last = Math.min(text.length, start + WordKey.MOST_LETTERS);
        long key = WordKey.NONE;
        int capitals = 0;
        int at = start;
        for (; at < last && WordKey.isPlain(text[at]); at++) {
            key = WordKey.with(key, text[at]);
            capitals += WordKey.isCapital(text[at]) ? 1 : 0;
        }
        if (at < text.length && mayGoOn(text[at], at - start)) {
            return next(start, text[start]);
        }
        var word = vocabulary.find(key);
        if (!word.isListed()) {
            return unlisted(start, at, capitals == 0, word.number());
        }
        if (capitals == 0) {
            return add(start, at, word.lower(), word.lower(), word.number(), Token.Kind.WORD);
        }
        boolean begins = capitals == 1 && WordKey.isCapital(text[start]);
        return add(
                start,
                at,
                begins ? word.capitalised() : written(start, at),
                word.lower(),
                word.number(),
                Token.Kind.WORD);
    }

    private int unlisted(int start, int end, boolean small, int number) {
        var written = written(start, end);
        var lower = small ? written : written.toLowerCase(Locale.ROOT);
        return add(start, end, written, lower, number, Token.Kind.WORD);
    }

    private static boolean mayGoOn(char c, int length) {
        return c == '\'' || c >= NOT_ASCII || (c == '.' && length <= BEFORE_PERIOD) || WordKey.isPlain(c);
    }

    private String written(int start, int end) {
        return new String(text, start, end - start);
    }

    private int codePoint(int at) {
        return Character.codePointAt(text, at);
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
            stops.set(tokens.size(), acronym > at && text[acronym - 1] == '.');
            return add(at, acronym > at ? acronym : wordEnd(at), Token.Kind.WORD);
        }
        if (c == '\'' && possessive(at)) {
            return add(at, at + 2, Token.Kind.WORD);
        }
        return mark(at, c);
    }

    private int mark(int at, int c) {
        int end = markEnd(at, c);
        stops.set(tokens.size(), ENDS.indexOf(c) >= 0);
        var mark = c < NOT_ASCII && end == at + 1 ? MARKS[c] : written(at, end);
        return add(at, end, mark, mark, vocabulary.find(mark).number(), Token.Kind.PUNCTUATION);
    }

    private int add(int start, int end, Token.Kind kind) {
        var written = written(start, end);
        var lower = written.toLowerCase(Locale.ROOT);
        return add(start, end, written, lower, vocabulary.find(lower).number(), kind);
    }

    private int add(int start, int end, String written, String lower, int number, Token.Kind kind) {
        tokens.add(new Token(field, source.origin(start), source.originEnd(end), written, lower, number, kind));
        return end;
    }

    private int wordEnd(int start) {
        int at = start;
        while (at < text.length && at - start < LONGEST) {
            int c = codePoint(at);
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

    /** An apostrophe inside a word (isn't, Sana'a), not a possessive and not a closing quote. */
    private boolean joins(int start, int apostrophe) {
        int next = apostrophe + 1;
        return next < text.length
                && apostrophe > start
                && Character.isLetter(codePoint(next))
                && !possessive(apostrophe);
    }

    private boolean possessive(int apostrophe) {
        if (apostrophe + 1 >= text.length || apostrophe == 0 || !Character.isLetterOrDigit(text[apostrophe - 1])) {
            return false;
        }
        char s = text[apostrophe + 1];
        return (s == 's' || s == 'S') && (apostrophe + 2 == text.length || !partOfWord(codePoint(apostrophe + 2)));
    }

    /** The l' and d' of Romance languages, which are words of their own. */
    private boolean elision(int start, int afterApostrophe) {
        return afterApostrophe - start == 2 && "lLdD".indexOf(text[start]) >= 0;
    }

    private int acronymEnd(int start) {
        int at = start;
        int letters = 0;
        while (at + 1 < text.length && Character.isLetter(text[at]) && text[at + 1] == '.' && letters < LONGEST / 2) {
            at += 2;
            letters++;
        }
        if (letters >= 1 && at < text.length && Character.isLetter(text[at]) && !letterAt(at + 1)) {
            return text[at - 1] == '.' && boundary(at + 1) ? at + 1 : start;
        }
        return letters >= 2 && boundary(at) ? at : start;
    }

    /** The end of an acronym of plurals, in which each letter stands twice, such as the Spanish EE.UU.; else the start. */
    private int doubledEnd(int start) {
        int at = start;
        while (at + 2 < text.length
                && at - start < LONGEST
                && Character.isUpperCase(text[at])
                && text[at + 1] == text[at]
                && text[at + 2] == '.') {
            at += 3;
        }
        return at - start >= 6 && boundary(at) ? at : start;
    }

    private boolean letterAt(int at) {
        return at < text.length && Character.isLetter(text[at]);
    }

    private boolean boundary(int at) {
        return at >= text.length || !partOfWord(codePoint(at)) || text[at - 1] == '.';
    }

    private int numberEnd(int start) {
        int at = start;
        while (at < text.length && at - start < LONGEST) {
            int c = codePoint(at);
            boolean separator =
                    (c == '.' || c == ',' || c == ':') && at + 1 < text.length && Character.isDigit(text[at + 1]);
            if (!separator && !partOfWord(c)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private int markEnd(int start, int c) {
        int at = start + Character.charCount(c);
        while (at < text.length && codePoint(at) == c && c != '"' && c != '\'') {
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean partOfWord(int c) {
        if (c < NOT_ASCII) {
            return WordKey.isPlain(c);
        }
        if (Character.isIdeographic(c)) {
            return false;
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
