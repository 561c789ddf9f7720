package io.missionwatch.alert.book;

import io.missionwatch.alert.book.AlertState.About;
import io.missionwatch.alert.book.BookInput.Act;
import io.missionwatch.alert.book.BookInput.Include;
import io.missionwatch.alert.book.BookInput.TimeReached;
import io.missionwatch.alert.book.BookInput.Withdraw;
import io.missionwatch.alert.book.Outcome.News;
import io.missionwatch.alert.evidence.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The life of an alert as a function: from how it is and what happens to it, to how it is then. Severity, certainty and
 * evidence depend on the set of evidence alone, never on the order in which it came.
 */
public final class AlertBook {

    /** The name under which the book itself makes revisions. */
    public static final String ITSELF = "missionwatch";

    static final int MOST_EVIDENCE = 500;
    private static final int ACTIONS_REMEMBERED = 1000;

    private final Reviser reviser;
    private final Lifetimes lifetimes;

    /** A book whose revisions are made by this reviser. */
    public AlertBook(Reviser reviser, Lifetimes lifetimes) {
        this.reviser = reviser;
        this.lifetimes = lifetimes;
    }

    /**
     * What becomes of an alert.
     *
     * @param alertId its id
     * @param before how it is; empty where the book does not know it
     * @param input what happens
     * @param at when: the time of the record that says so
     */
    public Outcome apply(String alertId, Optional<AlertState> before, BookInput input, Instant at) {
        if (input instanceof Include include) {
            return include(alertId, before, include, at);
        }
        if (before.isEmpty()) {
            return new Outcome(before, input instanceof Act ? News.REFUSED : News.NONE);
        }
        if (input instanceof Withdraw withdraw) {
            return withdraw(before.get(), withdraw, at);
        }
        if (input instanceof Act act) {
            return act(before.get(), act);
        }
        return timeReached(before.get(), (TimeReached) input);
    }

    /** When time alone will change an alert. */
    public Instant dueAt(AlertState state) {
        var latest = state.latest();
        return latest.updatedAt()
                .plus(
                        latest.status().isFinal() || latest.revision() == 0
                                ? lifetimes.forgetAfter()
                                : lifetimes.expireAfter());
    }

    private Outcome include(String alertId, Optional<AlertState> before, Include include, Instant at) {
        var about = aboutOf(alertId, before, include);
        var fresh = before.orElseGet(() -> reviser.unwritten(about, at));
        var evidence = with(fresh.evidence(), include.evidence());
        var next = new AlertState(
                about, evidence, foundBy(fresh, include, evidence.keySet()), fresh.latest(), fresh.actions());
        if (before.isPresent()
                && evidence.equals(fresh.evidence())
                && about.equals(before.get().about())) {
            return new Outcome(Optional.of(next), News.NONE);
        }
        return revised(fresh, next, at, reasonOf(fresh.evidence(), include.evidence()));
    }

    private static Map<String, Set<String>> foundBy(AlertState known, Include include, Set<String> kept) {
        var found = new HashMap<>(known.found());
        found.merge(include.evidence().eventId(), Set.of(include.stateKey()), AlertBook::union);
        found.keySet().retainAll(kept);
        return found;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static About aboutOf(String alertId, Optional<AlertState> before, Include include) {
        var card = before.map(state -> state.about().card())
                .filter(known -> known.version() > include.card().version())
                .orElse(include.card());
        return new About(alertId, card, include.group(), include.window(), include.continues());
    }

    private static Map<String, Evidence> with(Map<String, Evidence> known, Evidence added) {
        var evidence = new HashMap<>(known);
        evidence.merge(
                added.eventId(),
                added,
                (one, other) -> one.source().revision() > other.source().revision() ? one : other);
        if (evidence.size() > MOST_EVIDENCE) {
            evidence.values().stream()
                    .max(BestEvidence.FIRST)
                    .map(Evidence::eventId)
                    .ifPresent(evidence::remove);
        }
        return evidence;
    }

    private static String reasonOf(Map<String, Evidence> known, Evidence added) {
        var outlet = added.source().outlet();
        if (known.containsKey(added.eventId())) {
            return outlet + " revised its report.";
        }
        return added.supports() ? outlet + " reports it." : outlet + " reports that it is denied.";
    }

    private Outcome withdraw(AlertState before, Withdraw withdraw, Instant at) {
        if (!before.evidence().containsKey(withdraw.eventId())) {
            return new Outcome(Optional.of(before), News.NONE);
        }
        var left = new HashSet<>(before.found().getOrDefault(withdraw.eventId(), Set.of()));
        // Which windows an older version meant is not known: whoever takes back knows better.
        left.remove(BookInput.UNNAMED);
        left.remove(withdraw.stateKey());
        if (withdraw.stateKey().equals(BookInput.UNNAMED)) {
            left.clear();
        }
        var evidence = new HashMap<>(before.evidence());
        var found = new HashMap<>(before.found());
        if (left.isEmpty()) {
            evidence.remove(withdraw.eventId());
            found.remove(withdraw.eventId());
        } else {
            found.put(withdraw.eventId(), Set.copyOf(left));
        }
        var next = new AlertState(before.about(), evidence, found, before.latest(), before.actions());
        return left.isEmpty()
                ? revised(before, next, at, withdraw.reason())
                : new Outcome(Optional.of(next), News.NONE);
    }

    private Outcome revised(AlertState before, AlertState next, Instant at, String reason) {
        if (!next.isSupported() && next.latest().revision() == 0) {
            return new Outcome(Optional.of(next), News.NONE);
        }
        return new Outcome(Optional.of(reviser.revise(before, next, at, reason)), News.REVISION);
    }

    private Outcome act(AlertState before, Act act) {
        if (before.actions().contains(act.actionId())) {
            return new Outcome(Optional.of(before), News.NONE);
        }
        var status = act.kind()
                .from(before.latest().status())
                .filter(next -> act.kind() != ActionKind.REOPEN || before.isSupported());
        if (status.isEmpty() || before.latest().revision() == 0) {
            return new Outcome(Optional.of(before), News.REFUSED);
        }
        var next = before.with(remembering(before, act));
        return new Outcome(Optional.of(reviser.acted(next, status.get(), act)), News.REVISION);
    }

    private static List<String> remembering(AlertState before, Act act) {
        var actions = new ArrayList<>(before.actions());
        actions.add(act.actionId());
        return actions.subList(Math.max(0, actions.size() - ACTIONS_REMEMBERED), actions.size());
    }

    private Outcome timeReached(AlertState before, TimeReached reached) {
        if (reached.at().isBefore(dueAt(before))) {
            return released(before, reached.at());
        }
        if (before.latest().revision() == 0) {
            return new Outcome(Optional.empty(), News.NONE);
        }
        return before.latest().status().isFinal()
                ? new Outcome(Optional.empty(), News.FORGOTTEN)
                : new Outcome(Optional.of(reviser.expired(before, dueAt(before))), News.REVISION);
    }

    /** What was held back is told once nothing holds it any more, though nothing else happens to it. */
    private Outcome released(AlertState before, Instant at) {
        return Optional.of(before)
                .filter(AlertState::isHeldBack)
                .flatMap(state -> reviser.released(state, at))
                .map(state -> new Outcome(Optional.of(state), News.REVISION))
                .orElseGet(() -> new Outcome(Optional.of(before), News.NONE));
    }
}
