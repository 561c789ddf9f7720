package io.missionwatch.ingest.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Link headers (RFC 8288). */
public final class LinkHeader {

    private static final Pattern LINK =
            Pattern.compile("<([^<>]{1,2000})>((?:\\s*;[^,\"<]*(?:\"[^\"]{0,500}\"[^,\"<]*)*)*)");
    private static final Pattern RELATION = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");
    private static final int LONGEST = 8_000;

    private LinkHeader() {}

    /** Where the first link of a relation leads, as written. */
    public static Optional<String> target(List<String> headers, String relation) {
        return headers.stream()
                .filter(header -> header.length() <= LONGEST)
                .flatMap(header -> LINK.matcher(header).results())
                .filter(link -> relations(link.group(2)).contains(relation))
                .map(link -> link.group(1).strip())
                .findFirst();
    }

    private static Set<String> relations(String parameters) {
        var relation = RELATION.matcher(parameters);
        if (!relation.find()) {
            return Set.of();
        }
        var names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        return Set.copyOf(Arrays.asList(names.toLowerCase(Locale.ROOT).strip().split("\\s+")));
    }
}
