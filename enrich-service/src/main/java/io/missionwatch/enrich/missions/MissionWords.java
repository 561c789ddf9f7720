package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Resources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The word lists of the mission grammar, read from {@code missions/*.tsv}. */
final class MissionWords {

    private final Phrases<Head> heads = new Phrases<>();
    private final Map<String, Set<String>> byRole = new HashMap<>();

    private MissionWords() {}

    static MissionWords load(String folder) {
        var words = new MissionWords();
        Resources.lines(folder + "heads.tsv").forEach(line -> words.addHead(line.split("\t")));
        Resources.lines(folder + "words.tsv").forEach(line -> words.addWord(line.split("\t")));
        return words;
    }

    Phrases<Head> heads() {
        return heads;
    }

    /** Whether a lower-case word plays a role, such as {@code skip}. */
    boolean is(String role, String word) {
        return byRole.getOrDefault(role, Set.of()).contains(word);
    }

    private void addHead(String[] row) {
        heads.add(
                row[2],
                Head.of(
                        row[0],
                        MissionType.valueOf(row[1]),
                        row[2],
                        row.length > 3 ? Optional.of(row[3]) : Optional.empty()));
    }

    private void addWord(String[] row) {
        byRole.computeIfAbsent(row[0], role -> new HashSet<>()).add(row[1]);
    }
}
