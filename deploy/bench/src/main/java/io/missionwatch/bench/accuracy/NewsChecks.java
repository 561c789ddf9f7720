package io.missionwatch.bench.accuracy;

import static io.missionwatch.enrich.events.facets.EventType.ATTACK;
import static io.missionwatch.enrich.events.facets.EventType.CLOSURE;
import static io.missionwatch.enrich.events.facets.EventType.COUNTERTERRORISM_OPERATION;
import static io.missionwatch.enrich.events.facets.EventType.EVACUATION;
import static io.missionwatch.enrich.events.facets.EventType.PLOT;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.enrich.articles.Enrichment;
import io.missionwatch.enrich.events.Event;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.facets.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the three articles must give that the product was thought out from: each expectation, and whether it holds. */
final class NewsChecks {

    private static final String GROUP = "islamic-state-khorasan";
    private static final Set<Verification> UNPROVEN = EnumSet.of(
            Verification.PERPETRATOR_CLAIM, Verification.ALLEGED, Verification.UNVERIFIED, Verification.DISPUTED);

    /** A sentence, what it asks of an article's tags, and which article. */
    private record Check(String article, String expectation, Predicate<Enrichment> holds) {}

    private static final List<Check> CHECKS = List.of(
            new Check(
                    "000",
                    "alerts to a plot of IS-K against foreign missions in Kabul, possible",
                    any(event -> AlertWorthy.test(event)
                            && event.type() == PLOT
                            && event.modality() != Modality.ASSERTED
                            && is(event, GROUP, Role.PERPETRATOR))),
            new Check(
                    "000",
                    "alerts to the evacuation of the Saudi mission",
                    any(event -> AlertWorthy.test(event) && event.type() == EVACUATION && isSentBy(event, "SA"))),
            new Check(
                    "000",
                    "has the reason of the evacuation disputed",
                    any(event -> event.type() == EVACUATION && event.verification() == Verification.DISPUTED
                            || event.type() == EventType.DENIAL)),
            new Check(
                    "000",
                    "alerts to nothing else",
                    all(event -> !AlertWorthy.test(event) || event.type() == PLOT || event.type() == EVACUATION)),
            new Check("000", "has the bombing of the Russian embassy as background", background(ATTACK, "RU")),
            new Check("000", "has the attempt on the Pakistani diplomat as background", background(ATTACK, "PK")),
            new Check(
                    "000",
                    "has the closures of August 2021 as background",
                    any(event -> event.type() == CLOSURE && event.temporal() == Temporal.BACKGROUND)),
            new Check(
                    "000",
                    "takes the Chinese-run hotel for no mission",
                    tags -> tags.missions().stream()
                            .noneMatch(mission -> mission.mentions().stream()
                                    .anyMatch(mention -> mention.text().contains("hotel")))),
            new Check(
                    "000",
                    "takes the plots that might emanate for no more than a hypothesis",
                    all(event -> event.modality() == Modality.HYPOTHETICAL || !isToldBy(event, "emanate"))),
            new Check(
                    "000",
                    "tags the raid in Kart-e-Now as unproven",
                    any(event ->
                            event.type() == COUNTERTERRORISM_OPERATION && UNPROVEN.contains(event.verification()))),
            new Check("002", "alerts to nothing", all(event -> !AlertWorthy.test(event))),
            new Check(
                    "002",
                    "counts 8 or more dead and 20 or more wounded of the mosque",
                    any(event -> event.type() == ATTACK && counts(event, 8, 20))),
            new Check(
                    "002",
                    "has no claim of the mosque bombing",
                    any(event -> event.type() == ATTACK
                            && counts(event, 8, 20)
                            && event.verification() != Verification.PERPETRATOR_CLAIM)),
            new Check("002", "tags the raid in Khairkhana", any(event -> event.type() == COUNTERTERRORISM_OPERATION)),
            new Check(
                    "002",
                    "has the bombing of the airport as background",
                    any(event -> event.type() == ATTACK && event.temporal() == Temporal.BACKGROUND)),
            new Check("004", "alerts to nothing", all(event -> !AlertWorthy.test(event))),
            new Check(
                    "004",
                    "tags the raid in Mazar-i-Sharif with 5 killed",
                    any(event -> event.type() == COUNTERTERRORISM_OPERATION
                            && event.casualties()
                                    .killed()
                                    .filter(count -> count.min() == 5)
                                    .isPresent())),
            new Check(
                    "004",
                    "tags the attack on the cultural centre, claimed by IS-K",
                    any(event -> event.type() == ATTACK
                            && (is(event, GROUP, Role.PERPETRATOR) || is(event, GROUP, Role.CLAIMANT)))),
            new Check(
                    "004",
                    "has Moscow's envoy as no target",
                    all(event -> event.missions().isEmpty())));

    private NewsChecks() {}

    static void print(Path folder, ArticleEnricher enricher, AccuracyTable table) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (var check : CHECKS) {
            var held = check.holds().test(enricher.enrich(article(folder, check.article())));
            table.check("news " + check.article() + " " + check.expectation(), held);
        }
    }

    private static ArticleText article(Path folder, String number) throws IOException {
        try (var files = Files.list(folder)) {
            var file = files.filter(path -> path.getFileName().toString().startsWith(number))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no article " + number + " in " + folder));
            return new ArticleText(
                    "", Files.readString(file), Optional.of("en"), Optional.of(day(number)), Optional.empty(), number);
        }
    }

    private static Instant day(String number) {
        return Instant.parse(
                switch (number) {
                    case "000" -> "2023-02-14T12:00:00Z";
                    case "002" -> "2021-10-04T12:00:00Z";
                    default -> "2023-03-20T12:00:00Z";
                });
    }

    private static Predicate<Enrichment> any(Predicate<Event> holds) {
        return tags -> tags.events().stream().anyMatch(holds);
    }

    private static Predicate<Enrichment> all(Predicate<Event> holds) {
        return tags -> tags.events().stream().allMatch(holds);
    }

    private static Predicate<Enrichment> background(EventType type, String sender) {
        return tags -> tags.events().stream()
                .anyMatch(event ->
                        event.type() == type && isSentBy(event, sender) && event.temporal() == Temporal.BACKGROUND);
    }

    private static boolean isSentBy(Event event, String sender) {
        return event.missions().stream()
                .anyMatch(
                        mission -> mission.sendingState().filter(sender::equals).isPresent());
    }

    private static boolean isToldBy(Event event, String word) {
        return event.evidence().stream()
                .anyMatch(evidence -> evidence.sentence().contains(word));
    }

    private static boolean is(Event event, String actor, Role role) {
        return event.actors().stream()
                .anyMatch(one -> one.role() == role && one.actor().id().equals(actor));
    }

    private static boolean counts(Event event, int killed, int wounded) {
        return event.casualties()
                        .killed()
                        .filter(count -> count.min() == killed)
                        .isPresent()
                && event.casualties()
                        .wounded()
                        .filter(count -> count.min() == wounded)
                        .isPresent();
    }
}
