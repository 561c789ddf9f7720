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
        for (var at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            var letter = name.codePointAt(at);
            if (Character.isLowerCase(letter)) {
                return CAPITAL;
            }
            upper += Character.isUpperCase(letter) ? 1 : 0;
        }
        if (upper == 0) {
            return ANY;
        }
        return upper <= LONGEST_ACRONYM ? EXACT : CAPITAL;
    }
}
