package io.missionwatch.ingest.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the language that a page says it is written in. */
final class Languages {

    private Languages() {}

    /** A BCP 47 tag; empty where the page gives none that is well-formed. */
    static Optional<String> of(PageHead head, StructuredData data) {
        return Stream.of(
                        head.language(),
                        data.text("inLanguage"),
                        head.first("og:locale"),
                        head.first("content-language", "language", "dc.language", "dcterms.language", "inlanguage"))
                .flatMap(Optional::stream)
                .flatMap(tag -> tag(tag).stream())
                .findFirst();
    }

    private static Optional<String> tag(String text) {
        var candidate = text.strip().replace('_', '-').replaceFirst("[,;\\s].*$", "");
        var locale = Locale.forLanguageTag(candidate);
        boolean known =
                locale.getLanguage().length() >= 2 && !locale.getLanguage().equals("und");
        return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
    }
}
