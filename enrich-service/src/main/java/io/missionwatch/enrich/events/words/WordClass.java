package io.missionwatch.enrich.events.words;

import java.util.Locale;

/** What a word can do in a clause that tells an event. A word may be of several classes. */
public enum WordClass {
    BE,
    HAVE,
    HAD,
    PRESENT,
    WILL,
    WOULD,
    MAY,
    SHOULD,
    NEGATION,
    IF,
    WHEN,
    RELATIVE,
    CONJUNCTION,
    REPORT,
    SAYS_SO,
    CONFIRM,
    DENY,
    DOUBT,
    PLAN,
    ATTEMPT,
    WEAPON,
    VEHICLE,
    EXPLOSIVE,
    PROJECTILE,
    SHOOTING,
    BURNING,
    THROWING,
    DRONE,
    SUICIDE,
    PERPETRATOR,
    FIGHTERS,
    FORCES,
    LURE,
    TARGET_PREPOSITION,
    AGENT_PREPOSITION,
    OTHER_PREPOSITION,
    NEUTRAL,
    LINK,
    WORKS_AT,
    OBJECT_PARTICIPLE,
    SUFFERS,
    ADVERB,
    STAFF,
    FORMER,
    BACK_ADJECTIVE,
    BACKGROUND_CUE,
    REACTION_CUE,
    QUESTION,
    DRILL,
    SHOW,
    SPORT,
    CLAIMS_RESPONSIBILITY,
    UNVERIFIED,
    KILLED_VERB,
    KILLED_NOUN,
    WOUNDED_VERB,
    WOUNDED_NOUN,
    APPROXIMATE,
    AT_LEAST,
    PEOPLE,
    SELF,
    OFFICIAL,
    SOURCE,
    IMMINENT,
    PARTICIPLE;

    /** The bit of this class in the lower or the higher half of {@link WordClasses}; none in the other. */
    final long low = bit(0);

    final long high = bit(Long.SIZE);

    @SuppressWarnings("EnumOrdinal") // The order is nobody's but this class' own, and lives no longer than the process.
    private long bit(int first) {
        int number = ordinal() - first;
        return number >= 0 && number < Long.SIZE ? 1L << number : 0;
    }

    static WordClass named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
