package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The word lists of the mission grammar, read from {@code missions/*.tsv}. */
final class MissionWords {

    private static final Set<MissionRole> NONE = EnumSet.noneOf(MissionRole.class);
    private static final String SENDER_AFTER = "sender-after";

    private final Phrases<Head> heads;
    private final WordMap<Set<MissionRole>> roles;
    private final Map<String, Set<MissionRole>> rows;

    private MissionWords(Map<String, Set<MissionRole>> rows, Map<String, Head> heads) {
        this.rows = rows;
        this.roles = WordMap.of(rows);
        this.heads = new Phrases<>(heads);
    }

    static MissionWords load(String folder) {
        var roles = new HashMap<String, Set<MissionRole>>();
        for (var line : Resources.lines(folder + "words.tsv")) {
            var row = line.split("\t", -1);
            roles.computeIfAbsent(row[1], word -> EnumSet.noneOf(MissionRole.class))
                    .add(MissionRole.of(row[0]));
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

    /** Whether a word plays a role. */
    boolean is(MissionRole role, Token word) {
        return roles.get(word, NONE).contains(role);
    }

    /** Whether a word plays one of some roles. */
    boolean is(Set<MissionRole> some, Token word) {
        for (var role : roles.get(word, NONE)) {
            if (some.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** All words of a role, in lower case. */
    List<String> of(MissionRole role) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().contains(role))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the sender may stand right behind the heart: "посольство России". */
    boolean putsSenderAfter() {
        return rows.getOrDefault(SENDER_AFTER, NONE).contains(MissionRole.ORDER);
    }

    private static Head head(String[] row) {
        return Head.of(
                row[0], MissionType.valueOf(row[1]), row[2], row.length > 3 ? Optional.of(row[3]) : Optional.empty());
    }
}
