package io.missionwatch.ingest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of words from a resource: whole words, and beginnings of words, which end in an asterisk there. */
final class WordList {

    private final Set<String> whole = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private int longest;

    private WordList() {}

    /** Reads a list that stands beside this class; blank lines and lines with a number sign in front are left out. */
    static WordList named(String resource) {
        var list = new WordList();
        lines(resource).forEach(list::add);
        return list;
    }

    static List<String> lines(String resource) {
        try (var in = WordList.class.getResourceAsStream(resource);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        if (line.endsWith("*")) {
            var beginning = line.substring(0, line.length() - 1);
            beginnings.add(beginning);
            longest = Math.max(longest, beginning.length());
        } else {
            whole.add(line);
        }
    }

    boolean has(String word) {
        if (whole.contains(word)) {
            return true;
        }
        for (int end = Math.min(longest, word.length()); end > 2; end--) {
            if (beginnings.contains(word.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
