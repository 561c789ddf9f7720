package io.missionwatch.bench.enrich;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Makes names of one to four words that nobody bears, and articles in which they stand. The same seed makes the same. */
final class MadeNames {
    private static final List<String> SYLLABLES = List.of(
            "dra", "vel", "kor", "zun", "mir", "tasq", "bel", "xor", "nim", "pash", "gul", "rez", "fon", "wik", "ya",
            "oth");
    private static final int[] WORDS = {1, 1, 1, 2, 2, 2, 2, 3, 3, 4};
    private static final int WORDS_BETWEEN = 12;
    private static final int ARTICLE = 3_000;

    private final Random random;

    MadeNames(long seed) {
        random = new Random(seed);
    }

    /** So many different names. */
    List<String> names(int count) {
        var names = new LinkedHashSet<String>();
        while (names.size() < count) {
            names.add(name());
        }
        return List.copyOf(names);
    }

    private String name() {
        var words = WORDS[random.nextInt(WORDS.length)];
        var name = new StringJoiner(" ");
        for (var word = 0; word < words; word++) {
            name.add(word(words == 1 ? 5 : 2 + random.nextInt(2)));
        }
        return name.toString();
    }

    private String word(int syllables) {
        var word = new StringBuilder();
        for (var syllable = 0; syllable < syllables; syllable++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    /** So many articles of 3 KB, in which about every twelfth word is one of the names. */
    List<String> articles(int count, List<String> names) {
        var news = new MadeArticles(count);
        var articles = new ArrayList<String>();
        for (var number = 0; number < count; number++) {
            var words = news.article(number, ARTICLE).split(" ", -1);
            for (var at = random.nextInt(WORDS_BETWEEN); at < words.length; at += WORDS_BETWEEN) {
                words[at] = "near " + names.get(random.nextInt(names.size())) + " in";
            }
            articles.add(String.join(" ", words).substring(0, ARTICLE));
        }
        return List.copyOf(articles);
    }
}
