package io.missionwatch.enrich.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the script of a text tells of its language. */
final class Scripts {

    private static final Map<UnicodeScript, String> ONLY = Map.ofEntries(
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"));

    private Scripts() {}

    static Optional<UnicodeScript> mostUsed(String text) {
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        counts.merge(UnicodeScript.COMMON, 0, (a, b) -> 0);
        if (counts.getOrDefault(UnicodeScript.HIRAGANA, 0) > 0 && counts.containsKey(UnicodeScript.HAN)) {
            return Optional.of(UnicodeScript.HIRAGANA);
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    /** The language, where the script or letters of its own leave one alone. */
    static Optional<String> onlyLanguageOf(UnicodeScript script, String text) {
        if (script == UnicodeScript.ARABIC) {
            return arabicScript(text);
        }
        if (script == UnicodeScript.CYRILLIC && hasAny(text, "\u0456\u0457\u0454\u0491")) {
            return Optional.of("uk");
        }
        return Optional.ofNullable(ONLY.get(script));
    }

    /** The language that most texts in the script have. */
    static Optional<String> usualLanguageOf(UnicodeScript script, String text) {
        return switch (script) {
            case ARABIC -> Optional.of(hasAny(text, "\u067e\u0686\u06af\u06a9\u06cc") ? "fa" : "ar");
            case CYRILLIC -> Optional.of("ru");
            case DEVANAGARI -> Optional.of("hi");
            case LATIN -> latin(text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> arabicScript(String text) {
        if (hasAny(text, "\u067c\u0681\u0685\u0689\u0693\u0696\u069a\u06ab\u06bc\u06d0\u06cd")) {
            return Optional.of("ps");
        }
        if (hasAny(text, "\u0679\u0688\u0691\u06ba\u06d2\u06be\u06c1")) {
            return Optional.of("ur");
        }
        return hasAny(text, "\u0629\u0649") ? Optional.of("ar") : Optional.empty();
    }

    private static Optional<String> latin(String text) {
        if (hasAny(text, "\u0131\u011f\u0130\u015f")) {
            return Optional.of("tr");
        }
        if (hasAny(text, "\u00f1\u00bf\u00a1")) {
            return Optional.of("es");
        }
        return hasAny(text, "\u00e8\u00ea\u00e0\u0153") ? Optional.of("fr") : Optional.of("en");
    }

    private static boolean hasAny(String text, String letters) {
        return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }
}
