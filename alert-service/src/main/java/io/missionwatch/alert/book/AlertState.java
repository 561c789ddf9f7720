package io.missionwatch.alert.book;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.severity.Assessment;
import io.missionwatch.alert.windows.Group;
import io.missionwatch.alert.windows.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An alert as the book keeps it: everything that its next revision follows from.
 *
 * @param about what it is about and what fired
 * @param evidence all evidence by event id
 * @param found per event id the windows that found it: more than one where several versions of the pattern did
 * @param latest what its newest revision says; revision 0 as long as nothing supports it and nobody was told
 * @param actions ids of the newest actions that were taken into account
 */
public record AlertState(
        About about,
        Map<String, Evidence> evidence,
        Map<String, Set<String>> found,
        Latest latest,
        List<String> actions) {

    public AlertState {
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
        // What an older version kept has none.
        found = found == null ? Map.of() : Map.copyOf(found);
        actions = List.copyOf(actions);
    }

    /**
     * What stays as long as the alert lives, but for newer versions of its pattern.
     *
     * @param continues the alert that this one goes on from
     */
    public record About(String alertId, PatternCard card, Group group, Window window, Optional<String> continues) {}

    /**
     * What a revision says.
     *
     * @param byPerson a person gave it the status it has
     * @param reasons why it was made, and why severity and certainty are what they are
     * @param notice what there was to be heard of the alert before
     */
    public record Latest(
            int revision,
            AlertStatus status,
            boolean byPerson,
            AlertChange change,
            Assessment assessment,
            Wording wording,
            int origins,
            String incidentId,
            Optional<String> suppressedBy,
            Instant openedAt,
            Instant updatedAt,
            String updatedBy,
            List<String> reasons,
            Notice notice) {
        public Latest {
            reasons = List.copyOf(reasons);
            // What an older version kept has none.
            notice = notice == null ? Notice.NONE : notice;
        }

        /** The same revision, held back from delivery by a suppression or by none, after what was heard before. */
        Latest with(Optional<String> suppression, Notice heard) {
            return new Latest(
                    revision,
                    status,
                    byPerson,
                    change,
                    assessment,
                    wording,
                    origins,
                    incidentId,
                    suppression,
                    openedAt,
                    updatedAt,
                    updatedBy,
                    reasons,
                    heard);
        }
    }

    /** The title and summary of an alert. */
    public record Wording(String title, String summary) {}

    AlertState with(Latest revision) {
        return new AlertState(about, evidence, found, revision, actions);
    }

    AlertState with(List<String> takenActions) {
        return new AlertState(about, evidence, found, latest, takenActions);
    }

    /** Whether anything still speaks for it. */
    public boolean isSupported() {
        return evidence.values().stream().anyMatch(Evidence::supports);
    }

    /** All that supports it, or supported it last, was brought in from the past. */
    public boolean isExercise() {
        return latest.notice().exercise();
    }

    /** What supports it, or supported it last, the best first. */
    public List<Evidence> support() {
        return isSupported()
                ? BestEvidence.of(evidence.values(), Integer.MAX_VALUE).stream()
                        .filter(Evidence::supports)
                        .toList()
                : latest.notice().lastSupport();
    }

    /** Held back from delivery, and not over. */
    public boolean isHeldBack() {
        return latest.suppressedBy().isPresent() && !latest.status().isFinal();
    }
}
