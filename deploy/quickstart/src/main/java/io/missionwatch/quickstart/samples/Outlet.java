package io.missionwatch.quickstart.samples;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A made-up news outlet. {@code sourceClass} and {@code reliability} are symbols of the feed contract; {@code fullText}
 * says whether its feed carries whole articles or teasers whose pages hold the rest.
 */
public record Outlet(
        String id,
        String name,
        String city,
        String country,
        FeedFormat format,
        boolean fullText,
        String sourceClass,
        String reliability,
        String style) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern RELIABILITY = Pattern.compile("[A-F]");

    public Outlet {
        Objects.requireNonNull(format, "format");
        requireMatch(ID, id, "id is lower case letters, digits and hyphens");
        requireMatch(COUNTRY, country, "country is two capital letters (ISO 3166-1)");
        requireMatch(RELIABILITY, reliability, "reliability is a letter from A to F");
    }

    /** Where the outlet's feed is, below the address of the server. */
    public String feedPath() {
        return "/" + id + "/" + format.fileName();
    }

    private static void requireMatch(Pattern pattern, String value, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(rule + ", not '" + value + "'");
        }
    }
}
