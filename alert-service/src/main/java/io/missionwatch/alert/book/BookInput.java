package io.missionwatch.alert.book;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.windows.Group;
import io.missionwatch.alert.windows.Window;
import java.time.Instant;
import java.util.Optional;

/** What can happen to an alert. */
public sealed interface BookInput {

    /** Evidence that a pattern found, new or in a newer revision of its article. */
    record Include(PatternCard card, Group group, Window window, Optional<String> continues, Evidence evidence)
            implements BookInput {}

    /**
     * Evidence that does not hold any more.
     *
     * @param reason why, a sentence
     */
    record Withdraw(String eventId, String reason) implements BookInput {}

    /**
     * What somebody did.
     *
     * @param actionId the same id twice is one action
     * @param reason why, in words; may be empty
     * @param suppressUntil with a false positive: alerts like it are held back until then
     */
    record Act(String actionId, ActionKind kind, String by, Instant at, String reason, Optional<Instant> suppressUntil)
            implements BookInput {}

    /** Time has come this far. */
    record TimeReached(Instant at) implements BookInput {}
}
