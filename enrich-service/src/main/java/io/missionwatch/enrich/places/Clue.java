package io.missionwatch.enrich.places;

import java.util.Locale;

/** What a word beside a name says about it; the groups of {@code clue-words.tsv}. */
enum Clue {
    LOCATIVE,
    DIRECTED,
    DIRECTION,
    TITLE,
    STREET,
    /** After a name in a text set in capitals, where small letters tell nothing. */
    SHOUTED_STREET,
    /** Before a name, and then it is that of a street. */
    STREET_OF,
    MEDIA,
    BRAND,
    TEAM,
    DIVISION,
    DIVISION_OF,
    INSTITUTION,
    SPEECH,
    GOVERN,
    FEATURE_BEFORE,
    COMMON_BEFORE,
    MONTH,
    ENVOY,
    RELATION,
    PRESSURE,
    MISSION,
    NEVER,
    ARTICLE,
    OWNER,
    FUNCTION,
    PARTICLE,
    ADMINISTRATION,
    SETTLEMENT,
    SCHOOL,
    COUNTY;

    static Clue named(String group) {
        return valueOf(group.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @SuppressWarnings("EnumOrdinal") // The bits live no longer than the process.
    int bit() {
        return 1 << ordinal();
    }

    /** Whether it is among the clues of a word, as {@link ClueWords#of} gives them. */
    boolean isIn(int clues) {
        return (clues & bit()) != 0;
    }
}
