package io.missionwatch.enrich.reference;

import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.places.PlaceAddition;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What is known, while it changes: the built-in actors and places, and over them those of the operator. What cannot be
 * honoured changes nothing: the last good one of its id stays. A change is worked out by the executor and then takes effect
 * at once and whole.
 *
 * @param <T> what is made of the data for use
 */
public final class LiveReference<T> {

    private final ReferenceData builtIn;
    private final Function<ReferenceData, T> making;
    private final Executor executor;
    private final Map<String, ListedActor> actors = new TreeMap<>();
    private final Map<String, PlaceAddition> places = new TreeMap<>();
    private boolean stale;
    private long changes;
    private long inForce;
    private volatile T current;

    /**
     * With the built-in data to begin with.
     *
     * @param making makes of the data what is used
     * @param executor where that is done after a change; one that runs at once makes every change take effect at once
     */
    public LiveReference(ReferenceData builtIn, Function<ReferenceData, T> making, Executor executor) {
        this.builtIn = builtIn;
        this.making = making;
        this.executor = executor;
        this.current = making.apply(builtIn);
    }

    /** What is in force now. */
    public T current() {
        return current;
    }

    /** How many actors and places the operator added or corrected. */
    public synchronized int additions() {
        return actors.size() + places.size();
    }

    /**
     * Adds an actor, or puts it in the place of the one with its id.
     *
     * @throws IllegalArgumentException when it cannot be honoured, saying why
     */
    public void put(ListedActor actor) {
        actor.check(builtIn.gazetteer().countries());
        change(() -> actors.put(actor.id(), actor));
    }

    /**
     * Adds a place, or puts it in the place of the one with its id.
     *
     * @throws IllegalArgumentException when it cannot be honoured, saying why
     */
    public void put(PlaceAddition place) {
        builtIn.gazetteer().check(place);
        change(() -> places.put(place.id(), place));
    }

    /** Takes an actor of the operator away; a built-in one of that id is known again. */
    public void removeActor(String id) {
        change(() -> actors.remove(id));
    }

    /** Takes a place of the operator away; a built-in one of that id is known again. */
    public void removePlace(String id) {
        change(() -> places.remove(id));
    }

    /** Takes all actors of the operator away, to build anew. */
    public synchronized void resetActors() {
        changes += actors.isEmpty() ? 0 : 1;
        actors.clear();
    }

    /** Takes all places of the operator away, to build anew. */
    public synchronized void resetPlaces() {
        changes += places.isEmpty() ? 0 : 1;
        places.clear();
    }

    /** Puts every change that was made in force before it returns. */
    public void settle() {
        refresh();
    }

    private void change(Runnable edit) {
        synchronized (this) {
            edit.run();
            changes++;
            if (stale) {
                return;
            }
            stale = true;
        }
        executor.execute(this::refresh);
    }

    private void refresh() {
        Map<String, ListedActor> actorsNow;
        Map<String, PlaceAddition> placesNow;
        long changesNow;
        synchronized (this) {
            stale = false;
            if (changes == inForce) {
                return;
            }
            actorsNow = new TreeMap<>(actors);
            placesNow = new TreeMap<>(places);
            changesNow = changes;
        }
        publish(making.apply(builtIn.with(actorsNow.values(), placesNow.values())), changesNow);
    }

    /** Two may have been worked out at once: the one that knows more changes stays. */
    private synchronized void publish(T made, long changesNow) {
        if (changesNow > inForce) {
            inForce = changesNow;
            current = made;
        }
    }
}
