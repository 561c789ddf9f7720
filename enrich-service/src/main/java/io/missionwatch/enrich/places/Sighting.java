package io.missionwatch.enrich.places;

/** A stretch of text that bears the name of a place, while it is weighed whether it means one, and which. */
final class Sighting {
    static final int NONE = -1;

    private final boolean inTitle;
    private final int start;
    private final int end;
    private final PlaceName name;
    private final boolean isCaseless;
    private final Surroundings surroundings;

    private double evidence;
    private PlaceReason reason = PlaceReason.NAMED;
    private double against;
    private boolean isRefused;
    private boolean namesPerson;
    private boolean namesDivision;
    private boolean namesCounty;
    private Sighting container;
    private Sighting sender;

    Sighting(boolean inTitle, CharSequence field, int start, PlaceName name, boolean isCaseless) {
        this.inTitle = inTitle;
        this.start = start;
        this.end = start + name.text().length();
        this.name = name;
        this.isCaseless = isCaseless;
        this.surroundings = new Surroundings(field, start, end, isCaseless);
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
        return name.text();
    }

    /** The name as a text with small letters would have it. */
    String name() {
        return name.name();
    }

    /** Whether the text around is all in capitals, so that case says nothing. */
    boolean isCaseless() {
        return isCaseless;
    }

    /** What all sightings of one name share. */
    String key() {
        return name.key();
    }

    Meanings meanings() {
        return name.meanings();
    }

    /** How readily the name alone is believed to mean a place. */
    NameWeight weight() {
        return name.weight();
    }

    /** Whether it can mean a place of a kind; never where it is the name of a people. */
    boolean mayBe(PlaceKind kind) {
        return name.kinds().contains(kind);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean isDemonym() {
        return name.isDemonym();
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

    /** The weight of what speaks against a place, zero or less. */
    double against() {
        return against;
    }

    /** Whether the words around say that somebody bears this name. */
    boolean namesPerson() {
        return namesPerson;
    }

    /** Whether the name is a country, a region or a large city, which a reader knows without help. */
    boolean isRenowned() {
        return name.weight().isRenowned();
    }

    void add(double weight) {
        evidence += weight;
        against += Math.min(0, weight);
    }

    void add(double weight, PlaceReason why) {
        add(weight);
        if (why.compareTo(reason) < 0) {
            reason = why;
        }
    }

    /** Says that this is no place: a street, a newspaper, a word. */
    void refuse() {
        isRefused = true;
    }

    void refuseAsPerson() {
        isRefused = true;
        namesPerson = true;
    }

    void markPerson() {
        namesPerson = true;
    }

    /** Whether the division is a county or the like, rather than a province. */
    boolean namesCounty() {
        return namesCounty;
    }

    void setDivision(boolean isCounty) {
        namesDivision = true;
        namesCounty = isCounty;
    }

    /** The state or people whose mission the text puts here, or null: no state has a mission in itself. */
    Sighting sender() {
        return sender;
    }

    void setSender(Sighting state) {
        sender = state;
    }

    void setContainer(Sighting larger) {
        container = larger;
    }
}
