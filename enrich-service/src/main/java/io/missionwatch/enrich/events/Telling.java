package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.POINTING;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.facets.Verification;
import io.missionwatch.enrich.events.time.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One event as the whole article tells it: the drafts that speak of it. */
final class Telling {

    private static final Set<Verification> CLAIMS =
            Set.of(Verification.OFFICIAL_CLAIM, Verification.PERPETRATOR_CLAIM, Verification.ALLEGED);

    /** What also comes about without anybody's doing. */
    private static final Set<Means> MAY_HAPPEN = Set.of(Means.ARSON, Means.IED, Means.UNKNOWN);

    private final List<Draft> drafts = new ArrayList<>();
    private final TreeSet<Integer> missions = new TreeSet<>();
    /** What all drafts say together, kept as they come: an article may tell one event in ten thousand sentences. */
    private Occurrence occurred = Occurrence.UNKNOWN;

    private Means means = Means.UNKNOWN;
    private Optional<Draft> lead = Optional.empty();
    private Optional<Temporal> dated = Optional.empty();
    private boolean isDated;
    private boolean isAsserted;
    private boolean isNominal = true;
    private boolean isAnybodys;
    /** The line that tells of it first says that it failed. */
    private boolean isFoiled;

    private boolean unverified;
    private boolean disputed;
    private boolean untrue;
    private boolean accident;

    Telling(Draft first) {
        add(first);
    }

    void add(Draft draft) {
        drafts.add(draft);
        missions.addAll(draft.missions);
        occurred = occurred.orSharper(draft.occurred);
        means = means.orBetter(draft.means);
        lead = lead.isEmpty() && !draft.missions.isEmpty() ? Optional.of(draft) : lead;
        dated = dated.isEmpty() && draft.dated && draft.temporal != Temporal.FUTURE
                ? Optional.of(draft.temporal)
                : dated;
        isDated |= draft.dated;
        isAsserted |= draft.modality == Modality.ASSERTED;
        isNominal &= draft.isNominal();
        isAnybodys |= !draft.roles.isEmpty();
        isFoiled |= draft.type == EventType.ATTACK_FOILED && draft.line == first().line;
    }

    List<Draft> drafts() {
        return drafts;
    }

    Draft first() {
        return drafts.get(0);
    }

    Set<Integer> missions() {
        return missions;
    }

    int lastLine() {
        return drafts.get(drafts.size() - 1).line.number();
    }

    /** The draft that says most: one tied to a mission, else the first. */
    Draft lead() {
        return lead.orElseGet(this::first);
    }

    EventType type() {
        return isFoiled && first().type == EventType.ATTACK ? EventType.ATTACK_FOILED : first().type;
    }

    Means means() {
        return means;
    }

    Modality modality() {
        if (accident) {
            return Modality.NEGATED;
        }
        return isAsserted ? Modality.ASSERTED : lead().modality;
    }

    Temporal temporal() {
        return dated.orElseGet(() -> lead().temporal);
    }

    boolean dated() {
        return isDated;
    }

    /** Told only by nouns, which assert nothing by themselves. */
    boolean nominal() {
        return isNominal;
    }

    Occurrence occurred() {
        return occurred;
    }

    Verification verification() {
        if (untrue) {
            return Verification.DENIED;
        }
        if (unverified) {
            return Verification.UNVERIFIED;
        }
        boolean denied = false;
        boolean told = false;
        for (var draft : drafts) {
            denied |= draft.verification == Verification.DENIED;
            told |= draft.verification != Verification.DENIED;
        }
        if (denied || disputed) {
            return told || disputed ? Verification.DISPUTED : Verification.DENIED;
        }
        for (var draft : drafts) {
            if (draft.attribution.isPresent() || draft.verification != Verification.CONFIRMED) {
                return draft.verification;
            }
        }
        return Verification.CONFIRMED;
    }

    void couldNotBeVerified() {
        unverified = unverified || drafts.stream().anyMatch(draft -> CLAIMS.contains(draft.verification));
    }

    /** A fire, a blast or a crash that nobody is named for may be none's deed. */
    boolean mayBeAccident() {
        boolean mayHappen = first().type == EventType.ATTACK && MAY_HAPPEN.contains(means);
        return mayHappen && !isAnybodys && first().roles.isEmpty();
    }

    void wasAccident() {
        accident |= mayBeAccident();
    }

    /** What a later line says to have been struck. */
    void struck(List<Integer> others) {
        missions.addAll(others);
    }

    /** What reports had told and somebody who knows takes back. */
    void wasUntrue() {
        untrue = true;
    }

    void isDisputed() {
        disputed = true;
    }

    /** "the attack", "this bombing": a noun that points back at something told. */
    static boolean pointsBack(Draft draft) {
        if (!draft.isNominal()) {
            return false;
        }
        for (int at = draft.hit().first() - 1; at >= Math.max(0, draft.hit().first() - 4); at--) {
            if (draft.line.is(at, POINTING)) {
                return true;
            }
            if (draft.line.isPunctuation(at)) {
                return false;
            }
        }
        return draft.line.word(draft.hit().first() - 1).equals("'s");
    }
}
