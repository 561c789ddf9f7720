package io.missionwatch.alert.book;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.windows.Group;
import io.missionwatch.alert.windows.Window;
import java.time.Instant;
import java.util.Optional;

/** What can happen to an alert. */
public sealed interface BookInput {

    /** The windows of what an older version of the service wrote. */
    String UNNAMED = "";

    /**
     * Evidence that a pattern found, new or in a newer revision of its article.
     *
     * @param stateKey names the windows that found it among those of the pattern's versions
     */
    record Include(
            String stateKey,
            PatternCard card,
            Group group,
            Window window,
            Optional<String> continues,
            Evidence evidence)
            implements BookInput {
        public Include {
            stateKey = stateKey == null ? UNNAMED : stateKey;
        }
    }

    /**
     * Evidence that does not hold any more.
     *
     * @param stateKey names the windows that found it; what others found too stays
     * @param reason why, a sentence
     */
    record Withdraw(String stateKey, String eventId, String reason) implements BookInput {
        public Withdraw {
            stateKey = stateKey == null ? UNNAMED : stateKey;
        }
    }

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
