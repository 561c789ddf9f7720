package io.missionwatch.enrich.missions;

import java.util.Locale;

/** What a word does in and around a phrase that names a mission; {@code missions/words.tsv} gives each word its roles. */
enum MissionRole {
    /** With "the" before it, it goes back to an office that was named just before. */
    AGAIN,
    /** Right behind such a word, it makes it an errand. */
    NOT_AGAIN,
    /** Between a link and its place: "in the capital of". */
    AREA,
    /** Before the name of a sender: "of the", "of both". */
    ARTICLE,
    /** Before a phrase, it speaks of one that was named. */
    DEFINITE,
    /** The first word of a ministry that speaks of its own missions. */
    DIPLOMACY,
    /** What somebody lives in, where that is said behind it: "the villa where the consul lives". */
    DWELLING,
    /** Behind a person, and then what stands before is where that person lives. */
    DWELLS,
    /** After "embassy", where many are. */
    DISTRICT,
    /** Behind a state, and then it is not that state's mission that they empty. */
    FORCES,
    /** A word before a plural heart that names no one sender. */
    GENERIC,
    /** Before "of the embassy", somebody of it is meant. */
    HOLDER,
    /** Where a person of a mission lives. */
    HOME,
    /** Right before a heart with a capital, it is a house, a film or a ship of that name. */
    HOUSE,
    /** Before a phrase, it speaks of no one mission in particular. */
    INDEFINITE,
    /** Joins several senders or places. */
    JOIN,
    /** Between the heart and its place. */
    LINK,
    /** Before "in" and a city, who speaks there of what happened elsewhere. */
    MINISTRY,
    /** Right after the heart, it is something else. */
    NOT_AFTER,
    /** Right before the heart, it is something else. */
    NOT_BEFORE,
    /** Leads from the heart to the sender. */
    OF,
    /** How the language sets its words; the word is the name of a rule. */
    ORDER,
    /** After an international organisation, what of it is meant. */
    ORGAN,
    /** Before a phrase, its sender was named. */
    OWN,
    /** Between what a state does to its mission and the mission. */
    OWN_OBJECT,
    /** Between what a state does to its mission and the state. */
    OWN_SUBJECT,
    /** What a state does to a mission of its own; its subject is the sender where the phrase names none. */
    OWN_VERB,
    /** After a site, a part of it or something of it. */
    PART,
    /** Before the heart, it is one no more. */
    PAST,
    /** A state or capital after it is a place, not somebody who does something. */
    PLACING,
    /** After "the ambassador's", who and what goes with him. */
    RETINUE,
    /** What of an organisation counts as its mission before "of": "the offices of the UN". */
    SEAT,
    /** Before the heart, it says no more of it. */
    SKIP,
    /** Behind a state that speaks of what befell its own. */
    SPEAKS,
    /** After a site, it makes the phrase speak of its people. */
    STAFF,
    /** Behind a state, what is its own abroad. */
    THEIRS,
    /** Behind "that" or "which" and a state, and then the mission is that state's: "the embassy that Turkey has". */
    HAS,
    /** A party of a state that travels, unless it is an organisation's office. */
    VISITING;

    /**
     * The role of a name in the tables: lower case, with hyphens.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    static MissionRole of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
