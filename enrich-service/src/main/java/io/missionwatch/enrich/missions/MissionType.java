package io.missionwatch.enrich.missions;

/** What a foreign mission is. */
public enum MissionType {
    /** An embassy or its compound. */
    EMBASSY,
    /** A consulate or consulate general. */
    CONSULATE,
    /** A high commission: an embassy between Commonwealth states. */
    HIGH_COMMISSION,
    /** A liaison or representative office, an interests section, a delegation. */
    REPRESENTATIVE_OFFICE,
    /** Where the head of a mission lives. */
    RESIDENCE,
    /** An office, compound or the people of the United Nations or another international organisation. */
    INTERNATIONAL_ORGANISATION,
    /** Diplomats and the staff of a mission. */
    DIPLOMATIC_PERSONNEL,
    /** A foreign mission whose kind the text leaves open. */
    OTHER
}
