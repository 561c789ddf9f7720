package io.missionwatch.ingest.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows the lines that sites put around their articles, in many languages. */
final class Boilerplate {

    private static final int LONGEST = 200;

    private final Set<String> whole = new HashSet<>();
    private final List<String> beginnings;

    Boilerplate() {
        var lines = WordList.lines("boilerplate.txt");
        lines.stream().filter(line -> !line.endsWith("*")).forEach(whole::add);
        beginnings = lines.stream()
                .filter(line -> line.endsWith("*"))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
    }

    /** Whether a line is known to be no part of an article. */
    boolean is(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}\u00a9]+|[^\\p{L}\\p{N}]+$", "");
        return plain.isEmpty() || whole.contains(plain) || beginnings.stream().anyMatch(plain::startsWith);
    }
}
