package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Place;
import io.missionwatch.enrich.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One phrase that names a mission, while its sender and its place are still being found. */
final class Sighting {

    private final Sentence sentence;
    private final Head head;
    private final int headStart;
    private final List<Senders.Found> senders = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private MissionType type;
    private int start;
    private int end;
    private boolean indefinite;
    private boolean definite;
    private boolean ownedByThem;
    private boolean past;
    private Optional<MissionType> antecedent = Optional.empty();

    /**
     * A phrase.
     *
     * @param headStart first token of its heart, in the sentence
     * @param headEnd the token after it
     */
    Sighting(Sentence sentence, Head head, int headStart, int headEnd) {
        this.sentence = sentence;
        this.head = head;
        this.headStart = headStart;
        this.type = head.type();
        this.start = headStart;
        this.end = headEnd;
    }

    Sentence sentence() {
        return sentence;
    }

    Head head() {
        return head;
    }

    int headStart() {
        return headStart;
    }

    MissionType type() {
        return type;
    }

    void become(MissionType other) {
        type = other;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    void reachBackTo(int token) {
        start = Math.min(start, token);
    }

    void reachTo(int token) {
        end = Math.max(end, token);
    }

    List<Senders.Found> senders() {
        return senders;
    }

    void add(Senders.Found sender) {
        senders.add(sender);
        start = Math.min(start, sender.start());
        end = Math.max(end, sender.end());
    }

    List<Place> places() {
        return places;
    }

    void add(Place place) {
        places.add(place);
    }

    /** "an embassy", "foreign missions": no one mission in particular. */
    boolean isIndefinite() {
        return indefinite;
    }

    void markIndefinite() {
        indefinite = true;
    }

    /** "the embassy": one that was spoken of. */
    boolean isDefinite() {
        return definite;
    }

    void markDefinite() {
        definite = true;
    }

    /** "its embassy", "their embassies". */
    boolean isOwnedByThem() {
        return ownedByThem;
    }

    void markOwnedByThem() {
        ownedByThem = true;
    }

    boolean isPerson() {
        return type == MissionType.DIPLOMATIC_PERSONNEL;
    }

    /** "the former ambassador": one no more. */
    boolean isPast() {
        return past;
    }

    void markPast() {
        past = true;
    }

    /** What kind of mission a sender-less phrase goes back to, where it says so: "embassy staff" to an embassy. */
    Optional<MissionType> antecedent() {
        return antecedent;
    }

    void goesBackTo(MissionType site) {
        antecedent = Optional.of(site);
    }

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
