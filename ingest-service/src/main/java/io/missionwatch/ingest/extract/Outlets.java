package io.missionwatch.ingest.extract;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name of the outlet that a page belongs to. */
final class Outlets {

    private static final int LONGEST = 80;

    private Outlets() {}

    static Optional<String> of(PageHead head, StructuredData data) {
        return Stream.of(
                        head.first("og:site_name"),
                        data.names("publisher").stream().findFirst(),
                        head.first("application-name", "dc.publisher", "dcterms.publisher", "cre", "al:ios:app_name"),
                        head.first("twitter:site").map(handle -> handle.replaceFirst("^@", "")))
                .flatMap(Optional::stream)
                .filter(name -> name.length() <= LONGEST && !name.startsWith("http"))
                .findFirst();
    }
}
