package io.missionwatch.enrich.places;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Weighs, from the name and the words around it alone, whether a sighting means a place. */
final class Weigher {
    private static final Pattern INITIAL = Pattern.compile("[A-Z]\\.?|[A-Z]\\.[A-Z]\\.");
    private static final Pattern COMPASS = Pattern.compile("[NSEW]\\.?|[NS]\\.?[EW]\\.?");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
    private static final int LONGEST_ACRONYM = 5;
    /** From here on a name is known well enough to be believed without help. */
    private static final double RENOWNED = 2.6;

    private final Gazetteer gazetteer;
    private final ClueWords words;

    Weigher(Gazetteer gazetteer, ClueWords words) {
        this.gazetteer = gazetteer;
        this.words = words;
    }

    void weigh(Sighting sighting) {
        var renown =
                Arrays.stream(sighting.ids()).mapToDouble(this::renown).max().orElse(0);
        if (words.is("never", sighting.name().replace(' ', '_'))) {
            sighting.refuse();
            return;
        }
        sighting.setRenowned(renown >= RENOWNED);
        sighting.add(prior(sighting, renown));
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
        return around.startsSentence() && isAllCapitals(sighting.text()) && around.leadsIntoDash();
    }

    private static boolean isAllCapitals(String name) {
        return name.chars().noneMatch(Character::isLowerCase);
    }

    /** A short name all in capitals amid small letters is an acronym: SWAT officers do not come from Swat. */
    private boolean isShouted(Sighting sighting, Surroundings around) {
        var name = sighting.text();
        var next = around.next();
        return name.length() <= LONGEST_ACRONYM
                && isAllCapitals(name)
                && Arrays.stream(sighting.ids()).noneMatch(this::mayGovern)
                && !next.isEmpty()
                && Character.isLowerCase(next.charAt(0));
    }

    /** How readily the name alone is believed. */
    private double prior(Sighting sighting, double renown) {
        var parts = NO_WORD.split(sighting.text());
        if (parts.length > 1) {
            return renown + 1 + (sighting.isRenowned() ? 0 : partsWeight(parts));
        }
        if (sighting.isRenowned()) {
            return renown;
        }
        return renown - (words.isCommonWord(sighting.name()) ? 2.5 : 0) - (words.isGivenName(sighting.name()) ? 1 : 0);
    }

    /** "The city" and "central district" are no names, though some town bears them. */
    private double partsWeight(String[] parts) {
        for (var index = 1; index < parts.length; index++) {
            var part = parts[index];
            if (!part.isEmpty()
                    && Character.isLowerCase(part.charAt(0))
                    && part.length() > 1
                    && !words.is("particle", part)
                    && !words.is("division", part)) {
                return -4;
            }
        }
        return words.is("article", parts[0]) ? -2.5 : 0;
    }

    private double renown(int id) {
        var place = SightingIds.place(id);
        var further = SightingIds.isMain(id) ? 0 : -0.7;
        return switch (gazetteer.kind(place)) {
            case COUNTRY -> 3;
            case REGION, FEATURE -> RENOWNED;
            case ADMIN1 -> RENOWNED + further;
            case ADMIN2 -> SightingIds.isMain(id) ? 1 : -1;
            case CAPITAL, CITY, NEIGHBOURHOOD -> ofPeople(gazetteer.population(place)) + further;
            case HISTORICAL -> -0.5;
        };
    }

    private static double ofPeople(int population) {
        return population <= 0 ? 0 : Math.min(2.8, Math.max(0, (Math.log10(population) - 2.5) * 0.8));
    }

    private void weighBefore(Sighting sighting, Surroundings around) {
        var previous = around.previous();
        if (previous.isEmpty()) {
            return;
        }
        var lower = previous.toLowerCase(Locale.ROOT);
        if (words.is("locative", lower)) {
            sighting.add(1.6, PlaceReason.LOCATIVE);
        } else if (words.is("directed", lower)) {
            weighDirected(sighting, around);
        } else if (words.is("direction", lower)) {
            sighting.add(1.2, PlaceReason.LOCATIVE);
        } else if (words.is("article", previous) || words.is("owner", previous)) {
            weighArticle(sighting, around, words.is("owner", previous));
        } else if (Character.isUpperCase(previous.charAt(0))) {
            weighCapitalBefore(sighting, around, previous);
        }
    }

    private void weighDirected(Sighting sighting, Surroundings around) {
        var before = around.beforePrevious();
        if (around.previous().equals("of") && (words.is("division", before) || words.is("settlement", before))) {
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
        if (isOwned || next.isEmpty() || words.is("function", next)) {
            sighting.add(-2.5);
        }
    }

    private void weighCapitalBefore(Sighting sighting, Surroundings around, String previous) {
        if (words.isAbbreviated("title", previous)) {
            sighting.refuseAsPerson();
        } else if (COMPASS.matcher(previous).matches()) {
            sighting.add(0.5, PlaceReason.LOCATIVE);
        } else if (words.is("feature-before", previous.replace(".", ""))) {
            sighting.add(-3);
        } else if (INITIAL.matcher(previous).matches() && !previous.equals("A") && !previous.equals("I")) {
            sighting.refuseAsPerson();
        } else if (words.is("common-before", previous) || words.isAbbreviated("month", previous)) {
            return;
        } else if (words.isGivenName(previous)) {
            sighting.refuseAsPerson();
        } else if (!around.previousStartsSentence()) {
            weighUnknownBefore(sighting, previous);
        }
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
        if (words.isAbbreviated("division", next)) {
            sighting.add(Arrays.stream(sighting.ids()).anyMatch(this::isDivision) ? 3.5 : 1.8, PlaceReason.DIVISION);
            sighting.setDivision(words.is("county", next));
        } else if (words.is("settlement", next)) {
            sighting.add(1.5, PlaceReason.DIVISION);
        } else if (words.isAbbreviated("street", next)
                || words.isAbbreviated("media", next)
                || words.is("team", next)) {
            sighting.refuse();
        } else if (words.isAbbreviated("brand", next)) {
            sighting.add(-2);
        } else if (words.is("speech", next) || words.is("administration", next)) {
            weighSpeech(sighting);
        } else if (Character.isUpperCase(next.charAt(0))) {
            weighCapitalAfter(sighting, next);
        }
    }

    private boolean isDivision(int id) {
        var kind = gazetteer.kind(SightingIds.place(id));
        return kind == PlaceKind.ADMIN1 || kind == PlaceKind.ADMIN2;
    }

    /** Towns seldom speak; governments do. */
    private void weighSpeech(Sighting sighting) {
        if (Arrays.stream(sighting.ids()).anyMatch(this::mayGovern)) {
            return;
        }
        if (sighting.reason() == PlaceReason.NAMED && sighting.text().indexOf(' ') < 0) {
            sighting.refuseAsPerson();
        } else {
            sighting.add(-1);
        }
    }

    private boolean mayGovern(int id) {
        var kind = gazetteer.kind(SightingIds.place(id));
        return kind == PlaceKind.COUNTRY || kind == PlaceKind.CAPITAL;
    }

    private void weighCapitalAfter(Sighting sighting, String next) {
        if (words.is("institution", next)) {
            sighting.add(0.4, PlaceReason.INSTITUTION);
        } else if (words.is("school", next)) {
            sighting.add(sighting.isRenowned() ? 0 : -1);
        } else if (INITIAL.matcher(next).matches() && next.length() <= 2) {
            sighting.refuse();
        } else if (words.isGivenName(sighting.name()) && isSurname(sighting, next)) {
            sighting.refuseAsPerson();
        } else if (!sighting.isRenowned() && !words.isCommonWord(next)) {
            sighting.add(-1.2);
        }
    }

    private boolean isSurname(Sighting sighting, String next) {
        return !words.isAbbreviated("title", next) && !(sighting.isRenowned() && words.isCommonWord(next));
    }
}
