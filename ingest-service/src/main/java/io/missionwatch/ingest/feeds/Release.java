package io.missionwatch.ingest.feeds;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a publisher lets an item be used. Agencies send items ahead of their time, hold some back and take some back;
 * what a feed says nothing of may be used.
 *
 * @param standing how the item stands
 * @param from when an embargo ends; empty where there is none
 */
public record Release(Standing standing, Optional<Instant> from) {

    /** To be used at once. */
    public static final Release FREE = new Release(Standing.USABLE, Optional.empty());

    /** How an item stands, in the words of the IPTC, the stricter the later. */
    public enum Standing {
        /** It may be used, after its embargo. */
        USABLE,
        /** It must not be used until the publisher says otherwise. */
        WITHHELD,
        /** It must never be used, and what was made of it is to be taken back. */
        CANCELED
    }

    /** By the word of a status, with or without the scheme it is of. */
    static Release called(String status) {
        var word = status.strip().toLowerCase(Locale.ROOT).replaceFirst("^.*[:/#]", "");
        return switch (word) {
            case "canceled", "cancelled" -> new Release(Standing.CANCELED, Optional.empty());
            case "withheld" -> new Release(Standing.WITHHELD, Optional.empty());
            default -> FREE;
        };
    }

    /** By the end of an embargo; one that has no end, or none that can be read, holds until further notice. */
    static Release embargoedUntil(String end) {
        return FeedDate.parse(end)
                .map(date -> new Release(Standing.USABLE, Optional.of(date.instant())))
                .orElse(new Release(Standing.WITHHELD, Optional.empty()));
    }

    /** Both at once: the stricter standing and the later end. */
    Release and(Release other) {
        var stricter = standing.compareTo(other.standing) >= 0 ? standing : other.standing;
        var later =
                from.filter(end -> other.from.filter(end::isBefore).isEmpty()).or(other::from);
        return new Release(stricter, later);
    }

    /** Whether the publisher has taken the item back. */
    public boolean isCanceled() {
        return standing == Standing.CANCELED;
    }

    /** Whether nothing may be made of the item yet. */
    public boolean isHeldAt(Instant now) {
        return standing == Standing.WITHHELD || isEmbargoedAt(now);
    }

    /** Whether the item becomes usable without another word of the publisher. */
    public boolean isEmbargoedAt(Instant now) {
        return standing == Standing.USABLE && from.filter(now::isBefore).isPresent();
    }
}
