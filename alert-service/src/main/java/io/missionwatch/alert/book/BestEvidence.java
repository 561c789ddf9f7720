package io.missionwatch.alert.book;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Stance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Puts evidence in order, best first: what supports, who stands behind it, how far the outlet is trusted, who was first. */
public final class BestEvidence {

    private static final List<String> VERIFICATIONS =
            List.of("CONFIRMED", "OFFICIAL_CLAIM", "PERPETRATOR_CLAIM", "ALLEGED", "UNVERIFIED", "DISPUTED", "DENIED");
    private static final List<String> RELIABILITIES = List.of("A", "B", "C", "F", "D", "E");

    /** The one order of evidence; it never calls two different events equal. */
    public static final Comparator<Evidence> FIRST = Comparator.comparing(
                    (Evidence evidence) -> evidence.stance() == Stance.DENIES)
            .thenComparing(evidence -> rank(VERIFICATIONS, evidence.telling().verification()))
            .thenComparing(evidence -> rank(RELIABILITIES, evidence.source().reliability()))
            .thenComparing(Evidence::eventTime)
            .thenComparing(Evidence::eventId);

    private BestEvidence() {}

    /** The best pieces, best first. */
    public static List<Evidence> of(Collection<Evidence> evidence, int most) {
        return evidence.stream().sorted(FIRST).limit(most).toList();
    }

    private static int rank(List<String> order, String symbol) {
        int rank = order.indexOf(symbol);
        return rank < 0 ? order.size() : rank;
    }
}
