package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Document;
import java.util.List;
import java.util.Optional;

/** Says to which phrase before it "the embassy" or "the ambassador" goes back. */
final class Antecedents {

    private static final int SENTENCES_BACK = 3;
    private static final int MOST = 40;

    private final Document document;

    Antecedents(Document document) {
        this.document = document;
    }

    /** The phrase before this one that it goes back to. */
    Optional<Sighting> of(Sighting sighting, List<Sighting> before) {
        if (sighting.isIndefinite() || !sighting.senders().isEmpty()) {
            return Optional.empty();
        }
        var here = document.indexOf(sighting.sentence());
        for (var i = before.size() - 1; i >= Math.max(0, before.size() - MOST); i--) {
            var other = before.get(i);
            var distance = here - document.indexOf(other.sentence());
            if (isOfItsAmbassador(sighting, other) && distance <= 1) {
                return Optional.of(other);
            }
            if (isCandidate(sighting, other) && (sighting.isDefinite() || distance <= SENTENCES_BACK)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** "Italy's ambassador said that the embassy was hit": his own. */
    private static boolean isOfItsAmbassador(Sighting sighting, Sighting other) {
        return sighting.isDefinite()
                && sighting.head().type() == MissionType.EMBASSY
                && sighting.antecedent().isEmpty()
                && other.head().type() == MissionType.DIPLOMATIC_PERSONNEL
                && other.senders().size() == 1;
    }

    private static boolean isCandidate(Sighting sighting, Sighting other) {
        if (other.senders().size() != 1) {
            return false;
        }
        var wanted = sighting.antecedent().orElse(sighting.type());
        return sighting.antecedent().isPresent() || wanted == MissionType.RESIDENCE
                ? true
                : wanted == other.head().type() || wanted == MissionType.OTHER && !other.isPerson();
    }
}
