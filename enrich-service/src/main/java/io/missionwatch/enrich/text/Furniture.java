package io.missionwatch.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands around the story: the dateline before it, bylines and credits above and below it. */
record Furniture(Optional<Dateline> dateline, List<Span> bylines) {

    private static final int LONGEST_DATELINE = 16;
    private static final int LONGEST_CLOSED = 8;
    private static final WordSet DASHES = WordSet.of("-", "--", "---", "\u2014", "\u2014\u2014", ":", "_");
    /** Pairs of words that open a line of credits, by the first of them. */
    private static final WordMap<String> CREDITS = WordMap.of(Resources.lines("text/credits.txt").stream()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toMap(words -> words[0], words -> words[1])));

    /** What stands in capitals before a colon and is no place: "UPDATE 2:". */
    private static final WordSet LABELS = WordSet.read("text/not-datelines.txt");

    private static final int LONGEST_BYLINE = 14;
    private static final WordSet SMALL_IN_BYLINE = WordSet.of("and", "in", "for", "of", "the", "de", "al");
    private static final WordSet SMALL_IN_PLACE = WordSet.of("de", "of", "el", "la", "al");

    Furniture {
        bylines = List.copyOf(bylines);
    }

    static Furniture of(List<Sentence> sentences) {
        var bylines = new ArrayList<Span>();
        Optional<Dateline> dateline = Optional.empty();
        int told = 0;
        for (var sentence : sentences) {
            if (sentence.field() == Field.TITLE) {
                continue;
            }
            if (byline(sentence, told == 0)) {
                bylines.add(sentence.span());
            } else {
                if (dateline.isEmpty() && told < 2) {
                    dateline = dateline(sentence);
                }
                told++;
            }
        }
        return new Furniture(dateline, bylines);
    }

    private static boolean byline(Sentence sentence, boolean atStart) {
        var tokens = sentence.tokens();
        if (tokens.size() < 2) {
            return false;
        }
        int first = tokens.get(0).is("(") ? 1 : 0;
        if (first + 1 < tokens.size() && tokens.get(first + 1).is(CREDITS.get(tokens.get(first), ""))) {
            return true;
        }
        return atStart && tokens.get(0).is("by") && tokens.size() <= LONGEST_BYLINE && namesOnly(tokens);
    }

    private static boolean namesOnly(List<Token> tokens) {
        return tokens.stream()
                .skip(1)
                .filter(Token::isWord)
                .allMatch(token -> token.isCapitalised() || SMALL_IN_BYLINE.has(token));
    }

    /** Capitals first, then a dash, with at most a country, a date and an agency in brackets between. */
    private static Optional<Dateline> dateline(Sentence sentence) {
        var tokens = sentence.tokens();
        int dash = -1;
        for (int i = 1; i < Math.min(tokens.size() - 1, LONGEST_DATELINE); i++) {
            if (DASHES.has(tokens.get(i)) && !hyphen(tokens, i)) {
                dash = i;
                break;
            }
        }
        if (dash < 0) {
            return closed(tokens);
        }
        if (!opensLikeDateline(tokens, dash) || LABELS.has(tokens.get(0))) {
            return Optional.empty();
        }
        int end = placeEnd(tokens, dash);
        if (end == 0) {
            return Optional.empty();
        }
        var span = tokens.get(0).span().to(tokens.get(dash).span());
        var place = tokens.get(0).span().to(tokens.get(end - 1).span());
        return Optional.of(new Dateline(span, place, agency(tokens, dash)));
    }

    /** A line of its own, as in "MOSKVA, 5 maya. /TASS/. ...": capitals, a comma, a date. */
    private static Optional<Dateline> closed(List<Token> tokens) {
        if (tokens.size() > LONGEST_CLOSED || !tokens.get(0).isUpperCase()) {
            return Optional.empty();
        }
        int end = placeEnd(tokens, tokens.size());
        boolean dated = end > 0
                && end + 2 < tokens.size()
                && tokens.get(end).is(",")
                && tokens.get(end + 1).isNumber();
        if (!dated) {
            return Optional.empty();
        }
        var first = tokens.get(0).span();
        var place = first.to(tokens.get(end - 1).span());
        return Optional.of(new Dateline(first.to(tokens.get(tokens.size() - 1).span()), place, Optional.empty()));
    }

    private static boolean opensLikeDateline(List<Token> tokens, int dash) {
        return tokens.get(0).isUpperCase() || bracketed(tokens, dash) || dated(tokens, dash);
    }

    private static boolean hyphen(List<Token> tokens, int i) {
        return tokens.get(i).text().length() == 1
                && !tokens.get(i).is("\u2014")
                && !tokens.get(i).is(":")
                && tokens.get(i - 1).touches(tokens.get(i));
    }

    private static boolean bracketed(List<Token> tokens, int dash) {
        return dash >= 4 && tokens.get(dash - 1).is(")") && mayName(tokens.get(0));
    }

    /** A word with a capital, or of a script that has none. */
    private static boolean mayName(Token token) {
        return token.isWord() && !Character.isLowerCase(token.text().codePointAt(0));
    }

    private static boolean dated(List<Token> tokens, int dash) {
        return tokens.get(0).isCapitalised()
                && tokens.subList(0, dash).stream().anyMatch(Token::isNumber)
                && tokens.get(1).is(",");
    }

    private static int placeEnd(List<Token> tokens, int dash) {
        int end = 0;
        for (int i = 0; i < dash; i++) {
            var token = tokens.get(i);
            if (token.isNumber() || token.is("(") || token.is("[") || token.is("/")) {
                break;
            }
            if (token.isWord() && !mayName(token) && !SMALL_IN_PLACE.has(token)) {
                return 0;
            }
            if (token.isWord() && !Months.isMonth(token)) {
                end = i + 1;
            }
        }
        return end;
    }

    private static Optional<String> agency(List<Token> tokens, int dash) {
        for (int i = 0; i + 2 < dash + 1; i++) {
            if (tokens.get(i).is("(")) {
                var words = new ArrayList<String>();
                for (int k = i + 1; k < dash && !tokens.get(k).is(")"); k++) {
                    words.add(tokens.get(k).text());
                }
                return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
            }
        }
        return Optional.empty();
    }
}
