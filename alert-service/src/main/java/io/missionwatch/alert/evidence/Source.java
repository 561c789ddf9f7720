package io.missionwatch.alert.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * The article that evidence comes from, one revision of it.
 *
 * @param sourceClass the kind of outlet, such as {@code WIRE}
 * @param reliability how far the outlet is trusted, A to F of the Admiralty scale
 * @param eventTime the time that windows and order go by
 * @param creditLine the wire that the text credits
 * @param backfill brought in from the past
 */
public record Source(
        String articleId,
        int revision,
        String outlet,
        String sourceClass,
        String reliability,
        Optional<String> language,
        Optional<String> url,
        String title,
        Optional<Instant> publishedAt,
        Instant eventTime,
        Optional<String> creditLine,
        Fingerprint fingerprint,
        boolean backfill) {}
