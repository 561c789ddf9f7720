package io.missionwatch.enrich.names;

/** What upper and lower case must do for a text to match a name. Scripts without case always match. */
public enum NameCase {
    /** Case does not matter. */
    ANY,
    /** A name written with a capital first letter needs one in the text too; any other name needs one capital somewhere. */
    CAPITAL,
    /** Every letter as in the name: "US" is not "us", "IS" is neither "is" nor "Is". */
    EXACT;

    private static final int LONGEST_ACRONYM = 5;

    /** The policy that suits a name: exact for a short acronym, capital for other names with letters that have case. */
    public static NameCase suiting(String name) {
        var cased = name.codePoints()
                .filter(letter -> Character.isUpperCase(letter) || Character.isLowerCase(letter))
                .count();
        if (cased == 0) {
            return ANY;
        }
        var lower = name.codePoints().filter(Character::isLowerCase).count();
        return lower == 0 && cased <= LONGEST_ACRONYM ? EXACT : CAPITAL;
    }
}
