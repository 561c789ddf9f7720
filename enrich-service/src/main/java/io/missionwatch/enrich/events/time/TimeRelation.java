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
    /** After a landmark that readers are taken to know of: earlier than news, unless the article tells of the landmark as news. */
    AFTER_LANDMARK,
    /** A time that such a landmark began. */
    SINCE_LANDMARK,
    FUTURE,
    /** Names a time, but nothing to hold it against. */
    OPEN;

    /** Speaks of what is no longer news. */
    public boolean isBackground() {
        return this == PAST || this == SPAN || this == ANNIVERSARY || isLandmark();
    }

    public boolean isLandmark() {
        return this == AFTER_LANDMARK || this == SINCE_LANDMARK;
    }
}
