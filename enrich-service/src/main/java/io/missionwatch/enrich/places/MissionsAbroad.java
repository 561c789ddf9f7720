package io.missionwatch.enrich.places;

import java.util.List;
import java.util.regex.Pattern;

/** Reads "the Indian consulate in Jalalabad": the place behind the mission of a state is in another. */
final class MissionsAbroad {
    private static final int LONGEST_LINK = 48;
    /** "consulate general in": at most one word stands between. */
    private static final int NEAREST = 2;

    private static final Pattern BLANKS = Pattern.compile("[ \u00a0]+");
    private static final Pattern PARTED = Pattern.compile("[.,;:!?()\\n\"\u201c\u201d\u2014\u2013]");

    private final ClueWords words;

    MissionsAbroad(ClueWords words) {
        this.words = words;
    }

    void link(CharSequence text, List<Sighting> sightings) {
        for (var index = 1; index < sightings.size(); index++) {
            var state = sightings.get(index - 1);
            var place = sightings.get(index);
            var length = place.start() - state.end();
            if (!place.isDemonym()
                    && length > 0
                    && length <= LONGEST_LINK
                    && namesState(state)
                    && isMission(text.subSequence(state.end(), place.start()).toString())) {
                place.setSender(state);
            }
        }
    }

    private static boolean namesState(Sighting sighting) {
        return sighting.isDemonym() || sighting.mayBe(PlaceKind.COUNTRY);
    }

    private boolean isMission(String between) {
        if (PARTED.matcher(between).find()) {
            return false;
        }
        var parts = BLANKS.split(between.strip(), -1);
        if (parts.length < 2 || !words.is(Clue.LOCATIVE, parts[parts.length - 1])) {
            return false;
        }
        for (var at = Math.max(0, parts.length - 1 - NEAREST); at < parts.length - 1; at++) {
            if (words.is(Clue.MISSION, parts[at])) {
                return true;
            }
        }
        return false;
    }
}
