package io.missionwatch.ingest.feeds;

import java.text.DateFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the months in the languages that news is written in, whole and shortened. */
final class Months {

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "el",
            "ru", "uk", "bg", "sr", "hr", "sl", "et", "lv", "lt", "id", "ms", "ar", "fa", "ps", "ur", "he", "hi", "az",
            "uz", "sq", "mk", "ca", "is", "ga");
    private static final Map<String, Integer> NUMBERS = numbers();

    private Months() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (var language : LANGUAGES) {
            var symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
            add(numbers, symbols.getMonths(), language);
            add(numbers, symbols.getShortMonths(), language);
        }
        numbers.put("sept", 9);
        numbers.putIfAbsent("juin", 6);
        return Map.copyOf(numbers);
    }

    private static void add(Map<String, Integer> numbers, String[] names, String language) {
        for (int i = 0; i < 12; i++) {
            var name = names[i].toLowerCase(Locale.forLanguageTag(language)).replaceAll("[.\\d\\s]", "");
            if (name.codePointCount(0, name.length()) > 1) {
                // The first language to claim a name keeps it: English before all others.
                numbers.putIfAbsent(name, i + 1);
            }
        }
    }

    /** The number of the month, from 1; 0 where the word is no month. */
    static int numberOf(String word) {
        return NUMBERS.getOrDefault(word, 0);
    }
}
