package io.missionwatch.quickstart.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the page of a story: the whole text amid what news sites put around it. */
final class ArticlePage {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z-]+)}");
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);
    private static final String TEMPLATE = template();

    private ArticlePage() {}

    static String write(Channel channel, Story story, List<Story> related) {
        var values = Map.ofEntries(
                Map.entry("title", Html.escape(story.title())),
                Map.entry("outlet", Html.escape(channel.outlet().name())),
                Map.entry("city", Html.escape(channel.outlet().city())),
                Map.entry("home", Html.escape(channel.home().toString())),
                Map.entry("feed", Html.escape(channel.self().toString())),
                Map.entry("feed-type", channel.outlet().format().mediaType()),
                Map.entry("page", Html.escape(story.page().toString())),
                Map.entry("teaser", Html.escape(story.teaser())),
                Map.entry("author", Html.escape(author(channel, story))),
                Map.entry("published", Channel.isoDate(story.published())),
                Map.entry("published-words", WORDS.format(story.published().atOffset(ZoneOffset.UTC))),
                Map.entry("updated", Channel.isoDate(story.updated())),
                Map.entry("body", story.html()),
                Map.entry("related", links(related)));
        return PLACEHOLDER
                .matcher(TEMPLATE)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(found.group(1)))));
    }

    private static String author(Channel channel, Story story) {
        return story.credit().orElse(channel.outlet().name() + " staff");
    }

    private static String links(List<Story> stories) {
        return stories.stream()
                .map(story -> "<li><a href=\"" + Html.escape(story.page().toString()) + "\">"
                        + Html.escape(story.title()) + "</a></li>\n")
                .collect(Collectors.joining());
    }

    private static String template() {
        try (var resource = Objects.requireNonNull(ArticlePage.class.getResourceAsStream("article.html"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
