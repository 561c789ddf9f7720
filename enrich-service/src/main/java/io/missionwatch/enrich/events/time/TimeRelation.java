package io.missionwatch.enrich.events.time;

/** How a time expression stands to the publication of the article. */
public enum TimeRelation {
    /** Within the fortnight before publication: news. */
    RECENT,
    /** Goes on at publication: now, still, under way. */
    ONGOING,
    /** Earlier than news. */
    PAST,
    /** A time since which something has been so, or within which it has happened again and again. */
    SPAN,
    /** The return of a day of something past. */
    ANNIVERSARY,
    FUTURE,
    /** Names a time, but nothing to hold it against. */
    OPEN;

    /** Speaks of what is no longer news. */
    public boolean isBackground() {
        return this == PAST || this == SPAN || this == ANNIVERSARY;
    }
}
