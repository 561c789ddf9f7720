package io.missionwatch.alert.matching;

import io.missionwatch.alert.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the event stream says of an article. */
public sealed interface Reporting {

    /** The article's revision that it belongs to. */
    int revision();

    /**
     * An event of the revision, with the patterns that it matches.
     *
     * @param denies the event of the same article that it says is not so
     */
    record Told(Evidence evidence, List<PatternMatch> matches, Optional<String> denies) implements Reporting {
        public Told {
            matches = List.copyOf(matches);
        }

        @Override
        public int revision() {
            return evidence.source().revision();
        }
    }

    /** The revision is complete: it tells these events and no others. */
    record Closed(int revision, Set<String> surviving) implements Reporting {
        public Closed {
            surviving = Set.copyOf(surviving);
        }
    }
}
