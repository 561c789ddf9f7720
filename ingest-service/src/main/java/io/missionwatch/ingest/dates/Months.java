package io.missionwatch.ingest.dates;

import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of the months in the languages that news is written in, whole and shortened. */
public final class Months {

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "el",
            "ru", "uk", "bg", "sr", "hr", "sl", "et", "lv", "lt", "id", "ms", "ar", "fa", "ps", "ur", "he", "hi", "az",
            "uz", "sq", "mk", "ca", "is", "ga", "sw", "zu", "af");
    private static final Map<String, Integer> NUMBERS = numbers();

    private Months() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (var language : LANGUAGES) {
            var locale = Locale.forLanguageTag(language);
            var symbols = DateFormatSymbols.getInstance(locale);
            add(numbers, symbols.getMonths(), locale);
            add(numbers, symbols.getShortMonths(), locale);
        }
        numbers.put("sept", 9);
        return Map.copyOf(numbers);
    }

    private static void add(Map<String, Integer> numbers, String[] names, Locale locale) {
        for (int i = 0; i < 12; i++) {
            var name = names[i].toLowerCase(locale).replaceAll("[.\\d\\s]", "");
            if (name.codePointCount(0, name.length()) > 1) {
                // The first language to claim a name keeps it: English before all others.
                numbers.putIfAbsent(name, i + 1);
                numbers.putIfAbsent(withoutAccents(name), i + 1);
            }
        }
    }

    /** As names are written where accents are left out, or put on another letter with the case. */
    private static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** The number of the month, from 1; 0 where the word is no month. */
    public static int numberOf(String word) {
        var name = word.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NUMBERS.get(name))
                .or(() -> Optional.ofNullable(NUMBERS.get(withoutAccents(name))))
                .orElse(0);
    }
}
