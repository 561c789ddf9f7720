package io.missionwatch.alert.book;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.severity.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there was to be heard of an alert before its newest revision. Whoever was told of an alert hears its end, and whoever was
 * not is spared it; a receiver can tell by this alone which of the two it is.
 *
 * @param announced the worst severity of the revisions before that were not held back; empty where all were
 * @param quiet it goes on with an earlier alert and has taken no turn for the worse: who knows that one needs no second call
 * @param exercise all that supports it, or supported it last, was brought in from the past
 * @param lastSupport what supported it last, where nothing does any more
 */
public record Notice(Optional<Severity> announced, boolean quiet, boolean exercise, List<Evidence> lastSupport) {

    static final Notice NONE = new Notice(Optional.empty(), false, false, List.of());
    private static final int MOST_SUPPORT = 50;

    public Notice {
        lastSupport = lastSupport == null ? List.of() : List.copyOf(lastSupport);
    }

    /** What was to be heard before a revision that follows another. */
    static Notice before(AlertState revision, AlertState previous) {
        return new Notice(
                announced(previous),
                isQuiet(previous, revision),
                revision.isSupported() ? isBackfill(revision) : previous.isExercise(),
                revision.isSupported() ? List.of() : lastSupport(previous));
    }

    private static Optional<Severity> announced(AlertState previous) {
        var latest = previous.latest();
        boolean wasHeard = latest.revision() > 0 && latest.suppressedBy().isEmpty();
        return Stream.concat(
                        latest.notice().announced().stream(),
                        wasHeard ? Stream.of(latest.assessment().severity()) : Stream.empty())
                .max(Comparator.naturalOrder());
    }

    private static boolean isQuiet(AlertState previous, AlertState revision) {
        boolean wasQuiet =
                previous.latest().revision() == 0 || previous.latest().notice().quiet();
        return wasQuiet && revision.about().continues().isPresent() && !isTurn(previous.latest(), revision.latest());
    }

    private static boolean isTurn(AlertState.Latest previous, AlertState.Latest revision) {
        boolean isReopened = previous.status().isFinal() && !revision.status().isFinal();
        boolean isReleased = previous.suppressedBy().isPresent();
        return revision.suppressedBy().isEmpty()
                && (revision.change() == AlertChange.ESCALATED || isReopened || isReleased);
    }

    private static boolean isBackfill(AlertState state) {
        return state.evidence().values().stream()
                .filter(Evidence::supports)
                .allMatch(one -> one.source().backfill());
    }

    private static List<Evidence> lastSupport(AlertState previous) {
        return previous.isSupported()
                ? BestEvidence.of(previous.evidence().values(), Integer.MAX_VALUE).stream()
                        .filter(Evidence::supports)
                        .limit(MOST_SUPPORT)
                        .toList()
                : previous.latest().notice().lastSupport();
    }
}
