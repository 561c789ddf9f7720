package io.missionwatch.enrich.places;

import java.util.regex.Pattern;

/** Weighs whether a name means a place, from the name alone. */
final class NameWeigher {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
    /** From here on a name is known well enough to be believed without help. */
    private static final double RENOWNED = 2.6;

    private final ClueWords words;

    NameWeigher(ClueWords words) {
        this.words = words;
    }

    /**
     * The weight of a name.
     *
     * @param text as it is written
     * @param name as a text with small letters would have it
     */
    NameWeight weigh(String text, String name, Meanings meanings) {
        if (words.is(Clue.NEVER, name.replace(' ', '_'))) {
            return NameWeight.NONE;
        }
        var renown = renown(meanings);
        var isRenowned = renown >= RENOWNED;
        if (hasParts(text)) {
            return new NameWeight(renown + 1 + (isRenowned ? 0 : partsWeight(NO_WORD.split(text))), false, isRenowned);
        }
        return new NameWeight(isRenowned ? renown : unknown(name, renown), false, isRenowned);
    }

    private double unknown(String name, double renown) {
        return renown - (words.isCommonWord(name) ? 2.5 : 0) - (words.isGivenName(name) ? 1 : 0);
    }

    /** Whether anything but a letter parts two words of a name; what stands at its end parts nothing. */
    private static boolean hasParts(String name) {
        var last = name.length() - 1;
        while (last > 0 && !Character.isLetter(name.charAt(last))) {
            last--;
        }
        for (var at = 0; at < last; at++) {
            if (!Character.isLetter(name.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** "The city" and "central district" are no names, though some town bears them. */
    private double partsWeight(String[] parts) {
        for (var index = 1; index < parts.length; index++) {
            var part = parts[index];
            if (!part.isEmpty()
                    && Character.isLowerCase(part.charAt(0))
                    && part.length() > 1
                    && !words.is(Clue.PARTICLE, part)
                    && !words.is(Clue.DIVISION, part)) {
                return -4;
            }
        }
        return words.is(Clue.ARTICLE, parts[0]) ? -2.5 : 0;
    }

    private static double renown(Meanings meanings) {
        var most = Double.NEGATIVE_INFINITY;
        for (var at = 0; at < meanings.size(); at++) {
            most = Math.max(most, renown(meanings.place(at), meanings.isMain(at)));
        }
        return most;
    }

    private static double renown(Spot place, boolean isMain) {
        var further = isMain ? 0 : -0.7;
        return switch (place.kind()) {
            case COUNTRY -> 3;
            case REGION, FEATURE -> RENOWNED;
            case ADMIN1 -> RENOWNED + further;
            case ADMIN2 -> isMain ? 1 : -1;
            case CAPITAL, CITY, NEIGHBOURHOOD -> place.renown() + further;
            case HISTORICAL -> -0.5;
        };
    }
}
