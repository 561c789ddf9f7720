package io.missionwatch.enrich.explain;

import io.missionwatch.enrich.text.Resources;
import java.util.Map;
import java.util.stream.Collectors;

/** What reason codes mean, in words. */
final class Reasons {

    private static final Map<String, String> WORDS = Resources.lines("explain/reasons.tsv").stream()
            .map(line -> line.split("\t", 2))
            .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    private Reasons() {}

    /** The code, and what it means where that is known. */
    static String told(String code) {
        var words = WORDS.get(code);
        return words == null ? code : words + " (" + code + ")";
    }
}
