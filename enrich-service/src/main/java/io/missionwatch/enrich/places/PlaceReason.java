package io.missionwatch.enrich.places;

/** Why a stretch of text was taken for a place, strongest sign first. */
public enum PlaceReason {
    /** A larger place that holds it stands beside it: "Paris, Texas". */
    CONTAINED,
    /** The text says what it is: "Herat province", "the town of Chaman". */
    DIVISION,
    /** A word of place leads up to it: "in Kabul". */
    LOCATIVE,
    /** It stands for a government: "Moscow denied". */
    METONYM,
    /** An institution carries its name: "Norfolk High School". */
    INSTITUTION,
    /** Other places of the article lie near. */
    NEARBY,
    /** The name alone. */
    NAMED
}
