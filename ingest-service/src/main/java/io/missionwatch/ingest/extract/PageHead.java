package io.missionwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** What a page says of itself in its meta elements, its link elements and its title. */
final class PageHead {

    private static final int LONGEST_VALUE = 5_000;

    private final Map<String, List<String>> values = new HashMap<>();
    private final String title;
    private final Optional<String> language;
    private final Optional<String> canonical;

    private PageHead(Document document) {
        for (var meta : document.getElementsByTag("meta")) {
            var content = clean(meta.attr("content"));
            if (!content.isEmpty() && content.length() <= LONGEST_VALUE) {
                Stream.of("name", "property", "itemprop", "http-equiv")
                        .map(attribute -> meta.attr(attribute).strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .flatMap(names -> Stream.of(names.split("\\s+", -1)))
                        .distinct()
                        .forEach(name -> values.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(content));
            }
        }
        title = clean(document.title());
        var html = document.getElementsByTag("html").first();
        language = Optional.ofNullable(html)
                .map(element -> element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang"))
                .filter(tag -> !tag.isBlank());
        canonical = document.getElementsByTag("link").stream()
                .filter(link -> link.attr("rel").toLowerCase(Locale.ROOT).contains("canonical"))
                .map(link -> link.attr("abs:href"))
                .filter(address -> address.startsWith("http"))
                .findFirst();
    }

    static PageHead of(Document document) {
        return new PageHead(document);
    }

    /** A value as text: entities that were escaped twice are read, white space is single. */
    static String clean(String value) {
        var read = value.indexOf('&') >= 0 ? Parser.unescapeEntities(value, false) : value;
        return read.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** The first value of the first of these names that has one. */
    Optional<String> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> values.getOrDefault(name, List.of()).stream())
                .findFirst();
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    String title() {
        return title;
    }

    Optional<String> language() {
        return language;
    }

    Optional<String> canonical() {
        return canonical;
    }
}
