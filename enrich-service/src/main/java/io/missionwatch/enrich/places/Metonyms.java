package io.missionwatch.enrich.places;

import java.util.Set;

/** Tells where a capital stands for the government that sits there: "Moscow denied", "between Islamabad and Kabul". */
final class Metonyms {
    /** "police in Mogadishu said": what looks like a government that speaks is a place after all. */
    private static final Set<String> PLACING = Set.of("in", "at", "near", "outside", "inside");

    private final Gazetteer gazetteer;
    private final ClueWords words;

    Metonyms(Gazetteer gazetteer, ClueWords words) {
        this.gazetteer = gazetteer;
        this.words = words;
    }

    boolean isMetonym(Sighting sighting, int place) {
        if (gazetteer.kind(place) != PlaceKind.CAPITAL || sighting.reason() == PlaceReason.CONTAINED) {
            return false;
        }
        var around = sighting.surroundings();
        if (PLACING.contains(around.previous())) {
            return false;
        }
        return isGoverning(around.next())
                || words.is(Clue.ENVOY, around.possessed())
                || words.is(Clue.ENVOY, around.afterPossessed())
                || isParty(around);
    }

    /** "relations with Pyongyang", "backed by Moscow", "according to Minsk", "sanctions on Harare", "between Cairo and Doha". */
    private boolean isParty(Surroundings around) {
        var previous = around.previous();
        var before = around.beforePrevious();
        return words.is(Clue.RELATION, previous)
                || (previous.equals("to") && before.equalsIgnoreCase("according"))
                || (previous.equals("on") && words.is(Clue.PRESSURE, before))
                || (previous.equals("and") && around.wordBeforeThat().equals("between"));
    }

    private boolean isGoverning(String next) {
        return words.is(Clue.GOVERN, next) || next.equals("has") || next.equals("had") || next.equals("will");
    }
}
