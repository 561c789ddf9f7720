package io.missionwatch.enrich.reference.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes names as texts do. */
final class Names {

    private static final Set<String> SMALL =
            Set.of("of", "the", "and", "for", "in", "al", "el", "de", "la", "du", "des");
    private static final int LONGEST_ACRONYM = 5;
    /** Marks that end a name in a text. */
    private static final Pattern NO_NAME = Pattern.compile("[\"\u201c\u201d\u00ab\u00bb(),;:\\[\\]]");

    private Names() {}

    /** A name set in capitals, as running text would have it; any other stays, and so does a short acronym. */
    static String written(String name) {
        var plain =
                NO_NAME.matcher(name).replaceAll(" ").replaceAll("\\s+", " ").strip();
        boolean shouted = plain.chars().noneMatch(Character::isLowerCase)
                && (plain.indexOf(' ') >= 0 || plain.length() > LONGEST_ACRONYM);
        return shouted ? Stream.of(plain.split(" ", -1)).map(Names::word).collect(Collectors.joining(" ")) : plain;
    }

    private static String word(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return SMALL.contains(lower) || lower.isEmpty() ? lower : capitals(lower);
    }

    /** Every part of "Al-Qaida" has its capital. */
    private static String capitals(String lower) {
        var text = new StringBuilder(lower);
        for (int at = 0; at < text.length(); at++) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '\'') {
                text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
            }
        }
        return text.toString();
    }

    /** An id: lower case without accents, words parted by hyphens. */
    static String id(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{Ll}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
