package io.missionwatch.alert.book;

import io.missionwatch.alert.book.AlertState.About;
import io.missionwatch.alert.book.AlertState.Latest;
import io.missionwatch.alert.book.AlertState.Wording;
import io.missionwatch.alert.book.BookInput.Act;
import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.incidents.Incident;
import io.missionwatch.alert.origins.Origins;
import io.missionwatch.alert.severity.Assessment;
import io.missionwatch.alert.severity.Certainty;
import io.missionwatch.alert.severity.Severity;
import io.missionwatch.alert.severity.SeverityTable;
import io.missionwatch.alert.severity.Weighing;
import io.missionwatch.alert.sigma.Template;
import io.missionwatch.alert.sites.WatchedSites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the next revision of an alert: weighs its evidence, finds the words, says what changed and why. */
public final class Reviser {

    private static final String USUAL_TITLE = "{event.type}: {mission}";
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SUMMARY = 2000;

    private final SeverityTable table;
    private final Supplier<WatchedSites> sites;
    private final Suppressing suppressing;

    /** Knows which suppression holds an alert back. */
    @FunctionalInterface
    public interface Suppressing {
        /** The id of the suppression that holds an alert back at a time. */
        Optional<String> of(AlertState state, Instant at);
    }

    /** A reviser that weighs by this table, looks how near watched sites are, and asks what is held back. */
    public Reviser(SeverityTable table, Supplier<WatchedSites> sites, Suppressing suppressing) {
        this.table = table;
        this.sites = sites;
        this.suppressing = suppressing;
    }

    /** An alert that nothing supports yet. */
    AlertState unwritten(About about, Instant at) {
        var nothing = new Assessment(Severity.INFORMATIONAL, Certainty.UNKNOWN, List.of());
        var latest = new Latest(
                0,
                AlertStatus.OPEN,
                false,
                AlertChange.OPENED,
                nothing,
                new Wording(about.card().title(), ""),
                0,
                "",
                Optional.empty(),
                at,
                at,
                AlertBook.ITSELF,
                List.of(),
                Notice.NONE);
        return new AlertState(about, Map.of(), Map.of(), latest, List.of());
    }

    /** The revision that other evidence makes. */
    AlertState revise(AlertState before, AlertState next, Instant at, String reason) {
        var latest = before.latest();
        var assessment = table.assess(
                Weighing.of(next.about().card().level(), next.evidence().values(), sites.get()));
        var status = statusOf(before, next);
        var reasons = new ArrayList<String>();
        reasons.add(reason);
        if (status != latest.status()) {
            reasons.add(status == AlertStatus.CANCELLED ? "Nothing supports the alert any more." : "It goes on.");
        }
        reasons.addAll(assessment.reasons());
        var time = latest.revision() == 0 ? at : after(latest, at);
        var revised = new Latest(
                latest.revision() + 1,
                status,
                latest.byPerson() && status == latest.status(),
                changeOf(latest, assessment),
                assessment,
                next.isSupported() ? wordingOf(next) : latest.wording(),
                originsOf(next),
                next.isSupported() ? Incident.of(next.evidence().values()).id() : latest.incidentId(),
                Optional.empty(),
                latest.revision() == 0 ? time : latest.openedAt(),
                time,
                AlertBook.ITSELF,
                reasons,
                latest.notice());
        return noticed(before, next.with(revised));
    }

    /** The revision that somebody's action makes. */
    AlertState acted(AlertState state, AlertStatus status, Act act) {
        var reason = act.reason().isBlank()
                ? act.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : act.reason();
        var byPerson = status != state.latest().status() || state.latest().byPerson();
        var at = after(state.latest(), act.at());
        return moved(state, status, byPerson, new Move(AlertChange.ACTED, at, act.by(), reason));
    }

    /** The revision that says that an alert is over. */
    AlertState expired(AlertState state, Instant at) {
        var reason = "Nothing happened to it for so long that it is over.";
        return moved(state, AlertStatus.EXPIRED, false, new Move(AlertChange.ACTED, at, AlertBook.ITSELF, reason));
    }

    /** The revision that says that an alert is held back no more; empty while something holds it. */
    Optional<AlertState> released(AlertState state, Instant at) {
        var latest = state.latest();
        var time = after(latest, at);
        if (suppressing.of(state, time).isPresent()) {
            return Optional.empty();
        }
        var move = new Move(AlertChange.UPDATED, time, AlertBook.ITSELF, "It is held back no more.");
        return Optional.of(moved(state, latest.status(), latest.byPerson(), move));
    }

    private record Move(AlertChange change, Instant at, String by, String reason) {}

    private AlertState moved(AlertState state, AlertStatus status, boolean byPerson, Move move) {
        var latest = state.latest();
        var reasons = new ArrayList<String>();
        reasons.add(move.reason());
        reasons.addAll(latest.assessment().reasons());
        var revised = new Latest(
                latest.revision() + 1,
                status,
                byPerson,
                move.change(),
                latest.assessment(),
                latest.wording(),
                latest.origins(),
                latest.incidentId(),
                latest.suppressedBy(),
                latest.openedAt(),
                move.at(),
                move.by(),
                reasons,
                latest.notice());
        return noticed(state, state.with(revised));
    }

    private AlertState noticed(AlertState before, AlertState state) {
        var held = suppressing.of(state, state.latest().updatedAt());
        var unheard = state.with(state.latest().with(held, state.latest().notice()));
        return state.with(unheard.latest().with(held, Notice.before(unheard, before)));
    }

    private static AlertStatus statusOf(AlertState before, AlertState next) {
        var status = before.latest().status();
        if (!next.isSupported()) {
            return status.canBecome(AlertStatus.CANCELLED) ? AlertStatus.CANCELLED : status;
        }
        var more = next.evidence().size() > before.evidence().size() || !before.isSupported();
        var goesOn = status == AlertStatus.EXPIRED
                || (status == AlertStatus.CANCELLED && !before.latest().byPerson());
        return goesOn && more ? AlertStatus.OPEN : status;
    }

    private static AlertChange changeOf(Latest latest, Assessment assessment) {
        if (latest.revision() == 0) {
            return AlertChange.OPENED;
        }
        int moved = assessment.severity().compareTo(latest.assessment().severity());
        if (moved != 0) {
            return moved > 0 ? AlertChange.ESCALATED : AlertChange.DEESCALATED;
        }
        var before = latest.assessment().certainty();
        if (assessment.certainty() == before) {
            return AlertChange.UPDATED;
        }
        return assessment.certainty().isSurerThan(before) ? AlertChange.ESCALATED : AlertChange.DEESCALATED;
    }

    private static int originsOf(AlertState state) {
        return Origins.of(state.evidence().values().stream()
                        .filter(Evidence::supports)
                        .map(Evidence::source)
                        .toList())
                .count();
    }

    private static Wording wordingOf(AlertState state) {
        var lead = BestEvidence.of(state.evidence().values(), 1).get(0);
        var phrases = new Phrases(lead, state.about().group());
        var card = state.about().card();
        var title = Template.parse(card.titleTemplate().orElse(USUAL_TITLE)).render(phrases::of);
        var summary = card.summaryTemplate()
                .map(template -> Template.parse(template).render(phrases::of))
                .orElseGet(() -> phrases.of("text"));
        return new Wording(cut(capitalised(title.strip()), LONGEST_TITLE), cut(summary.strip(), LONGEST_SUMMARY));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, wholeUpTo(text, most - 1)) + "…";
    }

    private static int wholeUpTo(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** Later than the revision before, so that those who know a version by its time take two for two. */
    private static Instant after(Latest latest, Instant at) {
        return at.isAfter(latest.updatedAt()) ? at : latest.updatedAt().plusMillis(1);
    }
}
