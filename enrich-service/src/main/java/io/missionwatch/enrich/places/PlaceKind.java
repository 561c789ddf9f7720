package io.missionwatch.enrich.places;

/** The kinds of place the gazetteer tells apart, finer than what a tag says. */
enum PlaceKind {
    COUNTRY('N', PlaceType.COUNTRY),
    REGION('R', PlaceType.REGION),
    ADMIN1('1', PlaceType.ADMIN1),
    ADMIN2('2', PlaceType.ADMIN2),
    CAPITAL('K', PlaceType.CITY),
    CITY('C', PlaceType.CITY),
    HISTORICAL('H', PlaceType.CITY),
    NEIGHBOURHOOD('X', PlaceType.NEIGHBOURHOOD),
    FEATURE('F', PlaceType.FEATURE);

    private static final PlaceKind[] BY_CODE = byCode();

    private final char code;
    private final PlaceType type;

    PlaceKind(char code, PlaceType type) {
        this.code = code;
        this.type = type;
    }

    static PlaceKind of(byte code) {
        return BY_CODE[code];
    }

    /** The kind that a place of a type has which nobody says more of. */
    static PlaceKind of(PlaceType type) {
        return switch (type) {
            case COUNTRY -> COUNTRY;
            case REGION -> REGION;
            case ADMIN1 -> ADMIN1;
            case ADMIN2 -> ADMIN2;
            case CITY -> CITY;
            case NEIGHBOURHOOD -> NEIGHBOURHOOD;
            case FEATURE -> FEATURE;
        };
    }

    PlaceType type() {
        return type;
    }

    /** Whether other places lie in one of this kind. */
    boolean isHolder() {
        return this == COUNTRY || this == ADMIN1 || this == ADMIN2;
    }

    boolean isBelow(PlaceKind other) {
        return compareTo(other) > 0;
    }

    private static PlaceKind[] byCode() {
        var table = new PlaceKind[Byte.MAX_VALUE];
        for (var kind : values()) {
            table[kind.code] = kind;
        }
        return table;
    }
}
