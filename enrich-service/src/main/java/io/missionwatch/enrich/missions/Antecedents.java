package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Says whose mission "the embassy" or "its embassy" is, where the phrase itself does not. */
final class Antecedents {

    private static final int SENTENCES_BACK = 3;
    private static final int MOST = 40;

    private final Senders senders;
    private final Document document;

    Antecedents(Senders senders, Document document) {
        this.senders = senders;
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
            if (isCandidate(sighting, other) && (sighting.isDefinite() || distance <= SENTENCES_BACK)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
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

    /** "Saudi Arabia evacuated its embassy": the state that the sentence speaks of. */
    Optional<Senders.Found> owner(Sighting sighting) {
        if (!sighting.isOwnedByThem()) {
            return Optional.empty();
        }
        return firstState(
                        sighting.sentence(),
                        sighting.start(),
                        document.caseless(sighting.sentence().field()))
                .map(found -> new Senders.Found(found.sender(), sighting.start(), sighting.start()));
    }

    private Optional<Senders.Found> firstState(Sentence sentence, int end, boolean caseless) {
        var tokens = sentence.tokens();
        for (var i = 0; i < Math.min(end, MOST); i++) {
            var isPlace = i > 0
                    && (tokens.get(i - 1).is("in")
                            || tokens.get(i - 1).is("from")
                            || tokens.get(i - 1).is("to"));
            var found = isPlace ? Optional.<Senders.Found>empty() : senders.startingAt(tokens, i, caseless);
            if (found.isPresent() && found.get().end() <= end) {
                return found;
            }
        }
        return Optional.empty();
    }
}
