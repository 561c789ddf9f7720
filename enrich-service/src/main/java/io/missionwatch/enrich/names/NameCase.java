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
        var upper = 0;
        var lower = false;
        for (var at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            var letter = name.codePointAt(at);
            lower |= Character.isLowerCase(letter);
            upper += Character.isUpperCase(letter) ? 1 : 0;
            if (lower && name.length() > LONGEST_ACRONYM) {
                return CAPITAL;
            }
        }
        if (lower) {
            return isMixedAcronym(name, upper) ? EXACT : CAPITAL;
        }
        if (upper == 0) {
            return ANY;
        }
        return upper <= LONGEST_ACRONYM ? EXACT : CAPITAL;
    }

    /** "LeT" and "HuJI", which are not "Let": one word of a few letters, of which the first is not the only capital. */
    private static boolean isMixedAcronym(String name, int upper) {
        return upper >= 2
                && name.length() <= LONGEST_ACRONYM
                && name.chars().allMatch(Character::isLetter)
                && Character.isUpperCase(name.charAt(0));
    }
}
