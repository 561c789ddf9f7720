package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.APPROXIMATE;

import io.missionwatch.enrich.events.facets.Count;
import java.util.Map;
import java.util.Optional;

/** Reads how many people a text speaks of: "at least eight", "dozens", "about 200", "between five and ten", "no one". */
final class Numbers {

    private static final int MOST = 1_000_000;
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("both", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100),
            Map.entry("dozen", 12));
    /** Words that tell a number only from below. */
    private static final Map<String, Integer> LOOSE = Map.of(
            "several",
            3,
            "some",
            2,
            "few",
            3,
            "dozens",
            24,
            "scores",
            40,
            "hundreds",
            200,
            "many",
            3,
            "couple",
            2,
            "multiple",
            2,
            "numerous",
            3);

    private Numbers() {}

    static boolean isNumber(Line line, int at) {
        return line.has(at) && (plain(line, at) >= 0 || isLoose(line, at));
    }

    private static boolean isLoose(Line line, int at) {
        return LOOSE.containsKey(line.word(at)) && !(line.word(at).equals("some") && plain(line, at + 1) >= 0);
    }

    /** The count whose number word stands at a token, with the words of bounds before it. */
    static Optional<Count> at(Line line, int at) {
        if (isLoose(line, at)) {
            return Optional.of(Count.atLeast(LOOSE.get(line.word(at))));
        }
        int number = plain(line, at);
        if (number < 0) {
            return Optional.empty();
        }
        if (number == 100 && plain(line, at - 1) > 0 && plain(line, at - 1) < 10) {
            number *= plain(line, at - 1);
        }
        return Optional.of(bounded(line, at, number));
    }

    private static Count bounded(Line line, int at, int number) {
        var before = line.word(at - 1);
        if (before.equals("least")
                || before.equals("over")
                || (before.equals("than") && line.word(at - 2).equals("more"))) {
            return Count.atLeast(number);
        }
        if (before.equals("to") && line.word(at - 2).equals("up")) {
            return Count.between(0, number);
        }
        if ((before.equals("to") || (before.equals("and") && line.word(at - 3).equals("between")))
                && plain(line, at - 2) > 0) {
            return Count.between(Math.min(number, plain(line, at - 2)), number);
        }
        if (line.is(at - 1, APPROXIMATE)) {
            return Count.between(number - Math.max(1, number / 10), number + Math.max(1, number / 10));
        }
        return line.word(at + 1).equals("or") && line.word(at + 2).equals("more")
                ? Count.atLeast(number)
                : Count.exactly(number);
    }

    private static int plain(Line line, int at) {
        if (!line.has(at)) {
            return -1;
        }
        var word = line.word(at);
        if (!line.token(at).isNumber()) {
            var known = WORDS.get(word);
            return known == null ? tens(word) : known;
        }
        int number = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != ',' && !Character.isDigit(c)) {
                return -1;
            }
            number = c == ',' ? number : number * 10 + Character.digit(c, 10);
            if (number > MOST) {
                return -1;
            }
        }
        return number >= 1900 && number <= 2099 && word.indexOf(',') < 0 ? -1 : number;
    }

    /** thirty-five */
    private static int tens(String word) {
        int hyphen = word.indexOf('-');
        if (hyphen < 0) {
            return -1;
        }
        int tens = WORDS.getOrDefault(word.substring(0, hyphen), -1);
        int ones = WORDS.getOrDefault(word.substring(hyphen + 1), -1);
        return tens >= 20 && tens < 100 && ones > 0 && ones < 10 ? tens + ones : -1;
    }
}
