package io.missionwatch.quickstart.samples;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sample item as its outlet prints it once the start is known: real dates, and the words for days put in. */
record Story(
        String id,
        URI page,
        String title,
        List<String> paragraphs,
        Instant published,
        Instant updated,
        Optional<String> credit) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

    Story {
        paragraphs = List.copyOf(paragraphs);
    }

    static Story of(SampleItem item, Outlet outlet, Instant start, URI base) {
        var published = start.plus(item.published());
        return new Story(
                "tag:" + outlet.id() + ".example,2026:" + item.article(),
                base.resolve("/" + outlet.id() + "/" + item.article() + ".html"),
                inWords(item.title(), published),
                item.paragraphs().stream()
                        .map(paragraph -> inWords(paragraph, published))
                        .toList(),
                published,
                item.revises().isPresent() ? start.plus(item.appears()) : published,
                item.credit());
    }

    String teaser() {
        return paragraphs.get(0);
    }

    /** The body as HTML paragraphs, one a line. */
    String html() {
        var html = new StringBuilder();
        paragraphs.forEach(
                paragraph -> html.append("<p>").append(Html.escape(paragraph)).append("</p>\n"));
        return html.toString();
    }

    private static String inWords(String text, Instant published) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), published)));
    }

    private static String word(String name, Instant published) {
        var day = published.atOffset(ZoneOffset.UTC).toLocalDate();
        return switch (name) {
            case "today" -> day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "yesterday" -> day.minusDays(1).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "last-year" -> String.valueOf(day.getYear() - 1);
            default -> throw new IllegalArgumentException("there is no placeholder {" + name + "}");
        };
    }
}
