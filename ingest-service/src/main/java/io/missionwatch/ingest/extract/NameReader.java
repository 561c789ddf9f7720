package io.missionwatch.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads the class, id and role of elements, word by word, and remembers what it has read on one page. */
final class NameReader {

    private static final WordList NOISE = WordList.named("noise-names.txt");
    private static final WordList ARTICLE = WordList.named("article-names.txt");
    private static final WordList LEAD = WordList.named("lead-names.txt");
    private static final Set<String> BODY_PROPERTIES = Set.of("articlebody", "reviewbody");
    private static final int LONGEST_NAME = 400;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern PART = Pattern.compile("[^\\p{L}\\d]+|(?<=\\p{Ll}{3})\\d{1,2}$");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    /** Parts that tools make up: digits within letters, capitals in unlikely places. */
    private static final Pattern CODE =
            Pattern.compile("\\d|\\p{Lu}\\p{Lu}\\p{Ll}|(?<!\\p{L})\\p{L}\\p{Lu}|\\p{Lu}\\p{Ll}?$");

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
        for (var name : SPACE.split(all, -1)) {
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

    /** The words of a name such as {@code related-links}, {@code relatedLinks} or {@code related__links--1x2y}. */
    static List<String> words(String name) {
        return PART.splitAsStream(name)
                .filter(part -> !CODE.matcher(part).find())
                .flatMap(part -> CAMEL.splitAsStream(part))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
