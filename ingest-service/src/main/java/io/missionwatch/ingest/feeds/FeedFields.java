package io.missionwatch.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a feed of the fields that a list gives, as text, and fills in what it leaves out.
 *
 * @param fields name to value; lists have their words separated by commas
 */
record FeedFields(Map<String, String> fields) {

    static final Set<String> KNOWN = Set.of(
            "id",
            "url",
            "outlet",
            "interval",
            "longest-interval",
            "source-class",
            "reliability",
            "country",
            "language",
            "full-text",
            "include",
            "exclude",
            "paused");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d)");
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int LONGEST_SLUG = 180;
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    FeedFields {
        fields = Map.copyOf(fields);
    }

    /**
     * The feed.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    FeedSource feed() {
        var url = url();
        var shortest = duration("interval").orElse(FeedSource.SHORTEST);
        var longest = duration("longest-interval")
                .orElse(shortest.compareTo(FeedSource.LONGEST) > 0 ? shortest : FeedSource.LONGEST);
        return new FeedSource(
                text("id").orElseGet(() -> slug(url)),
                url,
                text("outlet").orElseGet(() -> url.getHost().replaceFirst("^(www|feeds?|rss)\\.", "")),
                choice("source-class", FeedSource.Kind.OTHER),
                choice("reliability", FeedSource.Reliability.F),
                country(),
                text("language").orElse(""),
                choice("full-text", FeedSource.FullText.WHEN_SHORT),
                shortest,
                longest,
                words("include"),
                words("exclude"),
                flag("paused"));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private URI url() {
        return FeedAddress.of(text("url").orElseThrow(() -> new IllegalArgumentException("a feed needs a url")));
    }

    /** Whether the list gives the id. */
    boolean hasId() {
        return text("id").isPresent();
    }

    /** The same with an id of its own, where that of its address is another feed's. */
    FeedFields setApart() {
        var url = url();
        var named = new HashMap<>(fields);
        named.put("id", marked(slug(url), url));
        return new FeedFields(named);
    }

    private Optional<Duration> duration(String name) {
        return text(name).map(text -> {
            var m = DURATION.matcher(text);
            if (!m.matches() || Long.parseLong(m.group(1)) == 0) {
                throw new IllegalArgumentException(name + " must be a time such as 90s, 5m or 1h, not '" + text + "'");
            }
            var time = time(Long.parseLong(m.group(1)), m.group(2));
            if (time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(name + " must be at most 365d, not '" + text + "'");
            }
            return time;
        });
    }

    private static Duration time(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private <E extends Enum<E>> E choice(String name, E standard) {
        return text(name)
                .map(text -> Arrays.stream(standard.getDeclaringClass().getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                name + " must be one of " + words(standard) + ", not '" + text + "'")))
                .orElse(standard);
    }

    private static <E extends Enum<E>> List<String> words(E standard) {
        return Arrays.stream(standard.getDeclaringClass().getEnumConstants())
                .map(FeedFields::word)
                .toList();
    }

    /** How a list writes a choice. */
    static String word(Enum<?> choice) {
        return choice.name().length() == 1
                ? choice.name()
                : choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String country() {
        return text("country")
                .map(text -> {
                    if (!COUNTRY.matcher(text).matches()) {
                        throw new IllegalArgumentException(
                                "country must be two letters such as KE, not '" + text + "'");
                    }
                    return text.toUpperCase(Locale.ROOT);
                })
                .orElse("");
    }

    private List<String> words(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private boolean flag(String name) {
        return switch (text(name).orElse("false").toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException(name + " must be true or false");
        };
    }

    private static String slug(URI url) {
        var text = url.getHost()
                + Optional.ofNullable(url.getPath()).orElse("")
                + Optional.ofNullable(url.getQuery()).map(q -> "-" + q).orElse("");
        var slug = text.toLowerCase(Locale.ROOT)
                .replaceFirst("^www\\.", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() > LONGEST_SLUG ? marked(slug, url) : slug;
    }

    private static String marked(String slug, URI url) {
        return "%s-%08x"
                .formatted(
                        slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)),
                        url.toString().hashCode());
    }
}
