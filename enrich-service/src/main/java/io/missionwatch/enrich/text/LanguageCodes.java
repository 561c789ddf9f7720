package io.missionwatch.enrich.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Languages by the two-letter codes of ISO 639-1, whichever way they were written. */
public final class LanguageCodes {

    private static final Pattern SEPARATOR = Pattern.compile("[-_]");
    private static final Map<String, String> TWO_LETTERS = twoLetters();

    private LanguageCodes() {}

    /** The two-letter code of a language tag: "es" of {@code ES-MX}, {@code es_MX} and {@code spa}; nothing where there is none. */
    public static Optional<String> ofTag(String tag) {
        var primary = SEPARATOR.split(tag.strip().toLowerCase(Locale.ROOT), 2)[0];
        var code = twoLetters(primary);
        return code.length() == 2 && code.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')
                ? Optional.of(code)
                : Optional.empty();
    }

    /** The two-letter code of a three-letter one; any other code as it is. */
    static String twoLetters(String code) {
        return TWO_LETTERS.getOrDefault(code, code);
    }

    /** Those of ISO 639-2, bibliographic ones too, and what ISO 639-3 calls the standard form of a macrolanguage. */
    private static Map<String, String> twoLetters() {
        var codes = new HashMap<String, String>();
        for (var two : Locale.getISOLanguages()) {
            codes.put(new Locale(two).getISO3Language(), two);
        }
        codes.putAll(Map.of("pes", "fa", "prs", "fa", "arb", "ar", "cmn", "zh", "azj", "az", "uzn", "uz", "pbu", "ps"));
        codes.putAll(Map.of("alb", "sq", "arm", "hy", "baq", "eu", "bur", "my", "chi", "zh", "cze", "cs", "dut", "nl"));
        codes.putAll(Map.of("fre", "fr", "geo", "ka", "ger", "de", "gre", "el", "ice", "is", "mac", "mk", "mao", "mi"));
        codes.putAll(Map.of("may", "ms", "per", "fa", "rum", "ro", "slo", "sk", "tib", "bo", "wel", "cy"));
        return Map.copyOf(codes);
    }
}
