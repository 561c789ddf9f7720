package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.WordMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The word lists of the mission grammar, read from {@code missions/*.tsv}. */
final class MissionWords {

    private final Phrases<Head> heads;
    private final WordMap<Set<String>> roles;

    private MissionWords(Map<String, Set<String>> roles, Map<String, Head> heads) {
        this.roles = WordMap.of(roles);
        this.heads = new Phrases<>(heads);
    }

    static MissionWords load(String folder) {
        var roles = new HashMap<String, Set<String>>();
        for (var line : Resources.lines(folder + "words.tsv")) {
            var row = line.split("\t", -1);
            roles.computeIfAbsent(row[1], word -> new HashSet<>()).add(row[0]);
        }
        var heads = new LinkedHashMap<String, Head>();
        for (var line : Resources.lines(folder + "heads.tsv")) {
            var row = line.split("\t");
            heads.putIfAbsent(row[2], head(row));
        }
        return new MissionWords(roles, heads);
    }

    Phrases<Head> heads() {
        return heads;
    }

    /** Whether a lower-case word plays a role, such as {@code skip}. */
    boolean is(String role, String word) {
        return roles.get(word, Set.of()).contains(role);
    }

    private static Head head(String[] row) {
        return Head.of(
                row[0], MissionType.valueOf(row[1]), row[2], row.length > 3 ? Optional.of(row[3]) : Optional.empty());
    }
}
