package io.missionwatch.alert.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes evidence for tests: an attack on the Russian embassy in Kabul, told by an outlet that is usually right. */
public final class Reports {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Reports() {}

    public static Evidence attack(String eventId, String outlet) {
        return attack(eventId, outlet, NOON);
    }

    public static Evidence attack(String eventId, String outlet, Instant time) {
        return of(eventId, source("article-of-" + eventId, 1, outlet, time), "ATTACK", "CONFIRMED");
    }

    public static Evidence of(String eventId, Source source, String type, String verification) {
        return new Evidence(
                eventId,
                Stance.SUPPORTS,
                source,
                new Telling(
                        type,
                        "IED",
                        "ASSERTED",
                        "CURRENT",
                        verification,
                        Optional.empty(),
                        0,
                        0,
                        List.of("A bomb went off outside the Russian Embassy in Kabul.")),
                Optional.of(new Place(
                        "geonames:1138958", "Kabul", "CITY", Optional.of("AF"), Optional.of("Kabul"), 34.5, 69.2)),
                List.of(new Party("is-k", "IS-K", "ARMED_GROUP", "PERPETRATOR", Optional.of("AF"))),
                List.of(new Mission(
                        "EMBASSY",
                        Optional.of("RU"),
                        Optional.empty(),
                        Optional.of("AF"),
                        Optional.of("Kabul"),
                        false)));
    }

    public static Evidence denying(Evidence evidence) {
        return new Evidence(
                evidence.eventId(),
                Stance.DENIES,
                evidence.source(),
                evidence.telling(),
                evidence.place(),
                evidence.actors(),
                evidence.missions());
    }

    public static Source source(String articleId, int revision, String outlet, Instant time) {
        return source(articleId, revision, outlet, time, Optional.empty(), Fingerprint.NONE);
    }

    public static Source source(
            String articleId, int revision, String outlet, Instant time, Optional<String> credit, Fingerprint print) {
        return new Source(
                articleId,
                revision,
                outlet,
                "NEWSPAPER",
                "B",
                Optional.of("en"),
                Optional.of("https://" + outlet + ".example/" + articleId),
                "Bomb outside embassy",
                Optional.of(time),
                time,
                credit,
                print,
                false);
    }
}
