package io.missionwatch.enrich.places;

import java.util.Locale;

/** A stretch of text that bears the name of a place, while it is weighed whether it means one, and which. */
final class Sighting {
    static final int NONE = -1;

    private final boolean inTitle;
    private final int start;
    private final int end;
    private final String text;
    private final String key;
    private final int[] ids;
    private final Surroundings surroundings;

    private double evidence;
    private PlaceReason reason = PlaceReason.NAMED;
    private boolean isRefused;
    private boolean namesDivision;
    private Sighting container;

    Sighting(boolean inTitle, CharSequence field, int start, int end, int[] ids) {
        this.inTitle = inTitle;
        this.start = start;
        this.end = end;
        this.text = field.subSequence(start, end).toString();
        this.key = text.toLowerCase(Locale.ROOT);
        this.ids = ids;
        this.surroundings = new Surroundings(field, start, end);
    }

    boolean inTitle() {
        return inTitle;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String text() {
        return text;
    }

    /** What all sightings of one name share. */
    String key() {
        return key;
    }

    /** Ids as {@link SightingIds} packs them. */
    int[] ids() {
        return ids;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean isDemonym() {
        return SightingIds.isDemonym(ids[0]);
    }

    double evidence() {
        return evidence;
    }

    PlaceReason reason() {
        return reason;
    }

    boolean isRefused() {
        return isRefused;
    }

    /** Whether the text says that a province, county or district is meant. */
    boolean namesDivision() {
        return namesDivision;
    }

    /** The sighting that the text puts right behind this one as the place that holds it, or null. */
    Sighting container() {
        return container;
    }

    void add(double weight) {
        evidence += weight;
    }

    void add(double weight, PlaceReason why) {
        evidence += weight;
        if (why.compareTo(reason) < 0) {
            reason = why;
        }
    }

    /** Says that this is no place: a person, a street, a newspaper. */
    void refuse() {
        isRefused = true;
    }

    void setDivision() {
        namesDivision = true;
    }

    void setContainer(Sighting larger) {
        container = larger;
    }
}
