package io.missionwatch.enrich.places;

import java.util.Locale;
import java.util.regex.Pattern;

/** Weighs, from its name and the words around it alone, whether a sighting means a place. */
final class Weigher {
    private static final Pattern COMPASS = Pattern.compile("[NSEW]\\.?|[NS]\\.?[EW]\\.?");
    private static final int LONGEST_COMPASS = 4;
    private static final int SHORTEST_LAST_WORD = 5;
    private static final int LONGEST_ACRONYM = 5;

    private final ClueWords words;

    Weigher(ClueWords words) {
        this.words = words;
    }

    void weigh(Sighting sighting) {
        if (sighting.weight().isNever()) {
            sighting.refuse();
            return;
        }
        sighting.add(sighting.weight().evidence());
        var around = sighting.surroundings();
        if (sighting.isCaseless()) {
            sighting.add(sighting.isRenowned() ? 0 : -0.8);
        } else if (isDateline(sighting, around)) {
            sighting.add(2.5, PlaceReason.LOCATIVE);
        } else if (isShouted(sighting, around)) {
            sighting.add(-2);
        } else if (around.followsParty()) {
            sighting.add(1.6, PlaceReason.LOCATIVE);
        }
        weighBefore(sighting, around);
        weighAfter(sighting, around);
    }

    /** "BANTAM -- Police said": where a report was written. */
    private static boolean isDateline(Sighting sighting, Surroundings around) {
        return around.leadsIntoDash() && around.startsSentence() && isAllCapitals(sighting.text());
    }

    private static boolean isAllCapitals(String name) {
        for (var at = 0; at < name.length(); at++) {
            if (Character.isLowerCase(name.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** A short name all in capitals amid small letters is an acronym: SWAT officers do not come from Swat. */
    private boolean isShouted(Sighting sighting, Surroundings around) {
        var name = sighting.text();
        var next = around.next();
        return name.length() <= LONGEST_ACRONYM
                && !next.isEmpty()
                && Character.isLowerCase(next.charAt(0))
                && isAllCapitals(name)
                && !mayGovern(sighting);
    }

    private void weighBefore(Sighting sighting, Surroundings around) {
        var previous = around.previous();
        if (previous.isEmpty()) {
            return;
        }
        var lower = previous.toLowerCase(Locale.ROOT);
        var clues = words.of(lower);
        var written = lower.equals(previous) ? clues : words.of(previous);
        if (Clue.STREET_OF.isIn(clues)) {
            sighting.refuse();
        } else if (Clue.LOCATIVE.isIn(clues)) {
            sighting.add(1.6, PlaceReason.LOCATIVE);
        } else if (Clue.DIRECTED.isIn(clues)) {
            weighDirected(sighting, around);
        } else if (Clue.DIRECTION.isIn(clues)) {
            sighting.add(1.2, PlaceReason.LOCATIVE);
        } else if (Clue.ARTICLE.isIn(written) || Clue.OWNER.isIn(written)) {
            weighArticle(sighting, around, Clue.OWNER.isIn(written));
        } else if (Character.isUpperCase(previous.charAt(0))) {
            weighCapitalBefore(sighting, around, previous);
        }
    }

    private void weighDirected(Sighting sighting, Surroundings around) {
        var before = around.beforePrevious();
        if (around.previous().equals("of") && (words.is(Clue.DIVISION, before) || words.is(Clue.SETTLEMENT, before))) {
            sighting.add(2.5, PlaceReason.DIVISION);
        } else if (!before.equalsIgnoreCase("according")) {
            sighting.add(0.8, PlaceReason.LOCATIVE);
        }
    }

    /** "The Delta" and "his Toyota" are things; "the Gainesville mayor" names the town. */
    private void weighArticle(Sighting sighting, Surroundings around, boolean isOwned) {
        if (sighting.isRenowned()) {
            return;
        }
        var next = around.next();
        if (isOwned || next.isEmpty() || words.is(Clue.FUNCTION, next)) {
            sighting.add(-2.5);
        }
    }

    private void weighCapitalBefore(Sighting sighting, Surroundings around, String previous) {
        if (words.isAbbreviated(Clue.TITLE, previous)) {
            sighting.refuseAsPerson();
        } else if (isCompass(previous)) {
            sighting.add(0.5, PlaceReason.LOCATIVE);
        } else if (words.is(Clue.FEATURE_BEFORE, previous.replace(".", ""))) {
            sighting.add(-3);
        } else if (isInitial(previous) && !previous.equals("A") && !previous.equals("I")) {
            sighting.refuseAsPerson();
        } else if (words.is(Clue.COMMON_BEFORE, previous) || words.isAbbreviated(Clue.MONTH, previous)) {
            return;
        } else if (words.isGivenName(previous)) {
            sighting.refuseAsPerson();
        } else if (!around.previousStartsSentence() && !endsSentence(previous)) {
            weighUnknownBefore(sighting, previous);
        }
    }

    /** The "Washington." before "Beijing said": no abbreviation is as long. */
    private static boolean endsSentence(String word) {
        return word.endsWith(".") && word.indexOf('.') >= SHORTEST_LAST_WORD;
    }

    /** "J", "J." or "J.R.". */
    private static boolean isInitial(String word) {
        return switch (word.length()) {
            case 1 -> isLetter(word, 0);
            case 2 -> isLetter(word, 0) && word.charAt(1) == '.';
            case 4 -> isLetter(word, 0) && word.charAt(1) == '.' && isLetter(word, 2) && word.charAt(3) == '.';
            default -> false;
        };
    }

    private static boolean isLetter(String word, int at) {
        return word.charAt(at) >= 'A' && word.charAt(at) <= 'Z';
    }

    private static boolean isCompass(String word) {
        return word.length() <= LONGEST_COMPASS && COMPASS.matcher(word).matches();
    }

    private void weighUnknownBefore(Sighting sighting, String previous) {
        sighting.add(-2.2);
        if (!words.isCommonWord(previous) && !sighting.isRenowned()) {
            sighting.markPerson();
        }
    }

    private void weighAfter(Sighting sighting, Surroundings around) {
        var next = around.next();
        if (next.isEmpty()) {
            return;
        }
        var clues = words.of(next);
        var ofShort = words.ofAbbreviated(next);
        if (Clue.DIVISION.isIn(ofShort)) {
            sighting.add(mayBeDivision(sighting) ? 3.5 : 1.8, PlaceReason.DIVISION);
            sighting.setDivision(Clue.COUNTY.isIn(clues));
        } else if (Clue.SETTLEMENT.isIn(clues)) {
            sighting.add(1.5, PlaceReason.DIVISION);
        } else if (isStreet(sighting, ofShort) || Clue.MEDIA.isIn(ofShort) || Clue.TEAM.isIn(clues)) {
            sighting.refuse();
        } else if (Clue.BRAND.isIn(ofShort)) {
            sighting.add(-2);
        } else if (Clue.SPEECH.isIn(clues) || Clue.ADMINISTRATION.isIn(clues)) {
            weighSpeech(sighting);
        } else if (Character.isUpperCase(next.charAt(0))) {
            weighCapitalAfter(sighting, next);
        }
    }

    private static boolean isStreet(Sighting sighting, int cluesAfter) {
        return Clue.STREET.isIn(cluesAfter) || sighting.isCaseless() && Clue.SHOUTED_STREET.isIn(cluesAfter);
    }

    private static boolean mayBeDivision(Sighting sighting) {
        return sighting.mayBe(PlaceKind.ADMIN1) || sighting.mayBe(PlaceKind.ADMIN2);
    }

    /** Towns seldom speak; governments do. */
    private void weighSpeech(Sighting sighting) {
        if (mayGovern(sighting)) {
            return;
        }
        if (sighting.reason() == PlaceReason.NAMED && sighting.text().indexOf(' ') < 0) {
            sighting.refuseAsPerson();
        } else {
            sighting.add(-1);
        }
    }

    private static boolean mayGovern(Sighting sighting) {
        return sighting.mayBe(PlaceKind.COUNTRY) || sighting.mayBe(PlaceKind.CAPITAL);
    }

    private void weighCapitalAfter(Sighting sighting, String next) {
        if (words.is(Clue.INSTITUTION, next)) {
            sighting.add(0.4, PlaceReason.INSTITUTION);
        } else if (words.is(Clue.SCHOOL, next)) {
            sighting.add(sighting.isRenowned() ? 0 : -1);
        } else if (isInitial(next) && next.length() <= 2) {
            sighting.refuse();
        } else if (words.isGivenName(sighting.name()) && isSurname(sighting, next)) {
            sighting.refuseAsPerson();
        } else if (!sighting.isRenowned() && !words.isCommonWord(next)) {
            sighting.add(-1.2);
        }
    }

    private boolean isSurname(Sighting sighting, String next) {
        return !words.isAbbreviated(Clue.TITLE, next) && !(sighting.isRenowned() && words.isCommonWord(next));
    }
}
