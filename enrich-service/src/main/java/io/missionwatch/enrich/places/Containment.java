package io.missionwatch.enrich.places;

import java.util.List;

/** Reads "Paris, Texas" and "Butler and Warren counties": places that stand side by side because one holds the other. */
final class Containment {
    private static final double LINKED = 3;
    private static final double LISTED = 5;
    private static final double UNLINKED_ABBREVIATION = -4;
    private static final int LONGEST_LINK = 6;
    private static final int LONGEST_ABBREVIATION = 6;

    private final ClueWords words;

    Containment(ClueWords words) {
        this.words = words;
    }

    List<Sighting> link(CharSequence text, List<Sighting> sightings) {
        for (var index = sightings.size() - 2; index >= 0; index--) {
            link(text, sightings.get(index), sightings.get(index + 1));
        }
        sightings.forEach(sighting -> weighAbbreviation(text, sighting));
        return sightings;
    }

    private void link(CharSequence text, Sighting small, Sighting large) {
        if (small.isDemonym() || large.isDemonym() || large.start() - small.end() > LONGEST_LINK) {
            return;
        }
        var between = text.subSequence(small.end(), large.start()).toString();
        if (isHolding(between) && mayHold(large, small)) {
            small.setContainer(large);
            small.add(LINKED, PlaceReason.CONTAINED);
            large.add(LINKED, PlaceReason.CONTAINED);
        } else if (isListing(between) && isDivision(large)) {
            small.setDivision(large.namesCounty()
                    || words.is(Clue.COUNTY, large.surroundings().next()));
            small.add(LISTED, PlaceReason.DIVISION);
        }
    }

    private boolean isDivision(Sighting last) {
        return last.namesDivision()
                || words.is(Clue.DIVISION, last.surroundings().next());
    }

    private static boolean isHolding(String between) {
        return between.equals(", ") || between.equals(" (") || between.equals(" in ") || between.equals(",");
    }

    private static boolean isListing(String between) {
        return between.equals(" and ") || between.equals(", ") || between.equals(" or ");
    }

    private static boolean mayHold(Sighting large, Sighting small) {
        if (small.mayBe(PlaceKind.NEIGHBOURHOOD) && mayEnclose(large, small)) {
            return true;
        }
        if (!large.mayBe(PlaceKind.COUNTRY) && !large.mayBe(PlaceKind.ADMIN1) && !large.mayBe(PlaceKind.ADMIN2)) {
            return false;
        }
        for (var holder : large.meanings().places()) {
            if (holder.holdsAny(small.meanings().places())) {
                return true;
            }
        }
        return false;
    }

    /** "Clifton, Karachi": a quarter in its town. */
    private static boolean mayEnclose(Sighting town, Sighting quarter) {
        for (var holder : town.meanings().places()) {
            for (var place : quarter.meanings().places()) {
                if (holder.encloses(place)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Pa." and "OH" mean states where a town stands before them, otherwise fathers and exclamations. */
    private void weighAbbreviation(CharSequence text, Sighting sighting) {
        if (!sighting.isDemonym() && isAbbreviation(sighting) && sighting.evidence() == 0) {
            sighting.add(standsForState(text, sighting) ? 0 : UNLINKED_ABBREVIATION);
        }
    }

    /** After a town, after a party, before a small letter, or with periods inside. */
    private static boolean standsForState(CharSequence text, Sighting sighting) {
        var afterComma = sighting.start() > 2
                && text.charAt(sighting.start() - 2) == ','
                && Character.isLetter(text.charAt(sighting.start() - 3));
        var next = sighting.surroundings().next();
        var name = sighting.text();
        return afterComma
                || sighting.surroundings().followsParty()
                || (name.endsWith(".") && name.indexOf('.') < name.length() - 1)
                || (name.endsWith(".") && !next.isEmpty() && Character.isLowerCase(next.charAt(0)));
    }

    private static boolean isAbbreviation(Sighting sighting) {
        var name = sighting.text();
        return name.length() <= LONGEST_ABBREVIATION
                && (name.endsWith(".") || name.length() == 2)
                && !sighting.mayBe(PlaceKind.COUNTRY);
    }
}
