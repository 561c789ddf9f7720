package io.missionwatch.ingest.feeds;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/** Makes the links of a feed absolute: against {@code xml:base}, the document's address, or not at all. */
final class Links {

    private static final Pattern ABSOLUTE = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern TOO_MANY_SLASHES = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*:)/{3,}(?=[^/])");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");

    private Links() {}

    /** A link made absolute where there is something to make it absolute with. */
    static String resolve(String base, String link) {
        var clean = BREAKS.matcher(link).replaceAll("").strip();
        if (clean.isEmpty() || ABSOLUTE.matcher(clean).matches() || base.isEmpty()) {
            return clean;
        }
        var resolved = StringUtil.resolve(base, clean);
        return resolved.isEmpty() ? clean : resolved;
    }

    /** The base that applies at an element, after every {@code xml:base} above it. */
    static String baseOf(Element element, Optional<URI> document) {
        var base = document.map(URI::toString).orElse("");
        var path = element.parents();
        for (int i = path.size() - 1; i >= 0; i--) {
            base = narrowed(base, path.get(i));
        }
        return narrowed(base, element);
    }

    private static String narrowed(String base, Element element) {
        var own = element.attr("xml:base");
        if (own.isEmpty()) {
            return base;
        }
        var repaired = TOO_MANY_SLASHES.matcher(own.strip()).replaceFirst("$1//");
        var resolved = resolve(base, repaired);
        var scheme = resolved.toLowerCase(Locale.ROOT);
        return scheme.startsWith("http://") || scheme.startsWith("https://") ? resolved : base;
    }
}
