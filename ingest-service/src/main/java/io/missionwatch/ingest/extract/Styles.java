package io.missionwatch.ingest.extract;

import java.util.Locale;

/** Reads style attributes. */
final class Styles {

    private Styles() {}

    /** Whether a style keeps an element from being seen. */
    static boolean hides(String style) {
        var plain = style.length() > 500 ? style.substring(0, 500) : style;
        var dense = plain.replace(" ", "").toLowerCase(Locale.ROOT);
        return dense.contains("display:none") || dense.contains("visibility:hidden");
    }
}
