package io.missionwatch.enrich.places;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Weighs, from the name and the words around it alone, whether a sighting means a place. */
final class Weigher {
    private static final Pattern INITIAL = Pattern.compile("[A-Z]\\.?|[A-Z]\\.[A-Z]\\.");
    private static final double PERSON = -4;

    private final Gazetteer gazetteer;
    private final ClueWords words;

    Weigher(Gazetteer gazetteer, ClueWords words) {
        this.gazetteer = gazetteer;
        this.words = words;
    }

    void weigh(Sighting sighting) {
        sighting.add(prior(sighting));
        var around = sighting.surroundings();
        weighBefore(sighting, around);
        weighAfter(sighting, around);
    }

    /** How readily the name alone is believed. */
    private double prior(Sighting sighting) {
        var best = Arrays.stream(sighting.ids()).mapToDouble(this::renown).max().orElse(0);
        var isOneWord = sighting.text().indexOf(' ') < 0 && sighting.text().indexOf('-') < 0;
        if (!isOneWord) {
            return best + 1;
        }
        if (best < 2.6 && words.isCommonWord(sighting.text())) {
            best -= 2.5;
        }
        if (best < 2.6 && words.isGivenName(sighting.text())) {
            best -= 1;
        }
        return best;
    }

    private double renown(int id) {
        var place = SightingIds.place(id);
        var further = SightingIds.isMain(id) ? 0 : -0.5;
        return switch (gazetteer.kind(place)) {
            case COUNTRY -> 3;
            case REGION, FEATURE -> 2.6;
            case ADMIN1 -> 2.6 + further;
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
        if (words.is("locative", previous.toLowerCase(Locale.ROOT))) {
            sighting.add(1.6, PlaceReason.LOCATIVE);
        } else if (words.is("directed", previous.toLowerCase(Locale.ROOT))) {
            weighDirected(sighting, around);
        } else if (words.is("direction", previous.toLowerCase(Locale.ROOT))) {
            sighting.add(1.2, PlaceReason.LOCATIVE);
        } else if (Character.isUpperCase(previous.charAt(0))) {
            weighCapitalBefore(sighting, around, previous);
        }
    }

    private void weighDirected(Sighting sighting, Surroundings around) {
        if (around.previous().equals("of") && words.is("division-of", around.beforePrevious())) {
            sighting.add(2.5, PlaceReason.DIVISION);
        } else {
            sighting.add(0.8, PlaceReason.LOCATIVE);
        }
    }

    private void weighCapitalBefore(Sighting sighting, Surroundings around, String previous) {
        if (words.isAbbreviated("title", previous)) {
            refuse(sighting);
        } else if (words.is("feature-before", previous.replace(".", ""))) {
            sighting.add(-2.5);
        } else if (INITIAL.matcher(previous).matches() && !previous.equals("A") && !previous.equals("I")) {
            refuse(sighting);
        } else if (words.isGivenName(previous) && !words.is("common-before", previous)) {
            refuse(sighting);
        } else if (!words.is("common-before", previous)
                && !words.isAbbreviated("month", previous)
                && !around.previousStartsSentence()) {
            sighting.add(-2.2);
        }
    }

    private void weighAfter(Sighting sighting, Surroundings around) {
        var next = around.next();
        if (next.isEmpty()) {
            return;
        }
        if (words.is("division", next)) {
            sighting.add(Arrays.stream(sighting.ids()).anyMatch(this::isDivision) ? 3.5 : 1.8, PlaceReason.DIVISION);
            sighting.setDivision();
        } else if (words.isAbbreviated("street", next)
                || words.isAbbreviated("media", next)
                || words.is("team", next)) {
            refuse(sighting);
        } else if (words.isAbbreviated("brand", next)) {
            sighting.add(-2);
        } else if (words.is("speech", next)) {
            weighSpeech(sighting);
        } else if (Character.isUpperCase(next.charAt(0))) {
            weighCapitalAfter(sighting, next);
        }
    }

    private boolean isDivision(int id) {
        var kind = gazetteer.kind(SightingIds.place(id));
        return kind == PlaceKind.ADMIN1 || kind == PlaceKind.ADMIN2;
    }

    private void weighSpeech(Sighting sighting) {
        if (Arrays.stream(sighting.ids()).noneMatch(this::mayGovern)) {
            sighting.add(-2.2);
        }
    }

    private boolean mayGovern(int id) {
        var kind = gazetteer.kind(SightingIds.place(id));
        return kind == PlaceKind.COUNTRY || kind == PlaceKind.CAPITAL;
    }

    private void weighCapitalAfter(Sighting sighting, String next) {
        if (words.is("institution", next)) {
            sighting.add(0.4, PlaceReason.INSTITUTION);
        } else if (INITIAL.matcher(next).matches() && next.length() <= 2) {
            refuse(sighting);
        } else if (words.isGivenName(sighting.text())) {
            refuse(sighting);
        } else if (Arrays.stream(sighting.ids()).noneMatch(id -> renown(id) >= 2)) {
            sighting.add(-1.2);
        }
    }

    private static void refuse(Sighting sighting) {
        sighting.add(PERSON);
        sighting.refuse();
    }
}
