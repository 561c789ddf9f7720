package io.missionwatch.ingest.markup;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The encoding in which a language was mostly written before UTF-8, for documents that name their language, but no
 * encoding that fits, and whose letters are too few to tell.
 */
public final class LanguageEncoding {

    private static final int REACH = 8 * 1024;
    private static final Pattern LANGUAGE = Pattern.compile(
            "(?:<(?:[a-z]+:)?language>|<(?:html|rss|feed|channel)\\b[^>]{0,500}?\\blang\\s*=\\s*[\"']?)\\s*([a-z]{2})\\b(-latn)?",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> ENCODINGS = encodings();

    private LanguageEncoding() {}

    private static Map<String, String> encodings() {
        Map<String, String> encodings = new HashMap<>();
        put(encodings, "windows-1250", "pl", "cs", "sk", "hu", "ro", "sl", "hr", "bs", "sq");
        put(encodings, "windows-1251", "ru", "uk", "be", "bg", "mk", "sr", "kk", "tg");
        put(encodings, "windows-1253", "el");
        put(encodings, "windows-1254", "tr", "az");
        put(encodings, "windows-1255", "he", "yi");
        put(encodings, "windows-1256", "ar", "fa", "ur", "ps");
        put(encodings, "windows-1257", "lt", "lv", "et");
        put(encodings, "windows-1258", "vi");
        put(encodings, "x-windows-874", "th");
        return Map.copyOf(encodings);
    }

    private static void put(Map<String, String> encodings, String encoding, String... languages) {
        for (var language : languages) {
            encodings.put(language, encoding);
        }
    }

    /** The encoding of the language that a document in some superset of ASCII names; empty where it names none. */
    public static Optional<String> of(byte[] body) {
        var head = new String(body, 0, Math.min(body.length, REACH), StandardCharsets.ISO_8859_1);
        var named = LANGUAGE.matcher(head);
        if (!named.find()) {
            return Optional.empty();
        }
        // Serbian is written in two alphabets.
        return named.group(2) == null
                ? Optional.ofNullable(ENCODINGS.get(named.group(1).toLowerCase(Locale.ROOT)))
                : Optional.of("windows-1250");
    }
}
