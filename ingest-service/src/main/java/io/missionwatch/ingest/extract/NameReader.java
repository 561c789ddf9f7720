package io.missionwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Reads the class, id and role of elements, word by word, and remembers what it has read on one page. */
final class NameReader {

    private static final WordList NOISE = WordList.named("noise-names.txt");
    private static final WordList ARTICLE = WordList.named("article-names.txt");
    private static final WordList LEAD = WordList.named("lead-names.txt");
    private static final Set<String> BODY_PROPERTIES = Set.of("articlebody", "reviewbody");
    private static final int LONGEST_NAME = 400;

    private final Map<String, Names> read = new HashMap<>();

    Names of(Element element) {
        if (BODY_PROPERTIES.contains(element.attr("itemprop").toLowerCase(Locale.ROOT))
                || BODY_PROPERTIES.contains(element.attr("property").toLowerCase(Locale.ROOT))) {
            return Names.ARTICLE;
        }
        var all = element.className()
                + ' '
                + element.id()
                + ' '
                + element.attr("role")
                + ' '
                + element.attr("data-testid")
                + ' '
                + element.attr("data-component");
        if (all.length() < 6) {
            return Names.PLAIN;
        }
        return read.computeIfAbsent(
                all.length() > LONGEST_NAME ? all.substring(0, LONGEST_NAME) : all, NameReader::classify);
    }

    private static Names classify(String all) {
        boolean noise = false;
        boolean lead = false;
        for (var name : all.split("\\s+", -1)) {
            var words = words(name);
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                var pair = i + 1 < words.size() ? word + words.get(i + 1) : word;
                if (ARTICLE.has(pair) && i + 2 >= words.size()) {
                    return Names.ARTICLE;
                }
                noise |= NOISE.has(word) || NOISE.has(pair);
                lead |= LEAD.has(word) || LEAD.has(pair);
            }
        }
        if (noise) {
            return Names.NOISE;
        }
        return lead ? Names.LEAD : Names.PLAIN;
    }

    /** The words of a name such as {@code related-links}, {@code relatedLinks} or {@code related__links}. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= name.length(); i++) {
            if (i == name.length() || isBorder(name.charAt(i - 1), name.charAt(i))) {
                var word = name.substring(start, i);
                if (Character.isLetter(word.charAt(0))) {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
                start = i;
            }
        }
        return words;
    }

    private static boolean isBorder(char before, char after) {
        return Character.isLetter(before) != Character.isLetter(after)
                || (Character.isLowerCase(before) && Character.isUpperCase(after));
    }
}
