package io.missionwatch.enrich.places;

/** Tells where a capital stands for the government that sits there: "Moscow denied", "between Islamabad and Kabul". */
final class Metonyms {
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
        return isGoverning(around.next())
                || words.is(Clue.ENVOY, around.possessed())
                || words.is(Clue.ENVOY, around.afterPossessed())
                || words.is(Clue.RELATION, around.previous())
                || (around.next().equals("and") && words.is(Clue.RELATION, around.previous()));
    }

    private boolean isGoverning(String next) {
        return words.is(Clue.GOVERN, next) || next.equals("has") || next.equals("had") || next.equals("will");
    }
}
