package io.missionwatch.serde;

import io.missionwatch.registry.Backoff;
import io.missionwatch.registry.InvalidSchemaException;
import io.missionwatch.registry.RegistryClient;
import io.missionwatch.registry.SchemaNotFoundException;
import io.missionwatch.registry.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * The schemas that records were written with. An id that the registry denies is asked for again until the denial has
 * lasted long enough: a follower may lag behind the writer. After that its records fail at once, and the id is asked
 * for only now and then.
 */
final class WriterSchemas {
    private static final int MOST_UNKNOWN_IDS = 10_000;

    private final RegistryClient registry;
    private final Duration confirmation;
    private final Duration recheck;
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));
    private final Waiting waiting;
    private final Map<Integer, Denial> denials = new ConcurrentHashMap<>();

    WriterSchemas(RegistryClient registry, Duration confirmation, Waiting waiting) {
        this.registry = registry;
        this.confirmation = confirmation;
        this.recheck = confirmation.plusSeconds(30);
        this.waiting = waiting;
    }

    /** The registry's word on one id: since when it denies it, and when it did so last. */
    private static final class Denial {
        private Instant since = Instant.MAX;
        private Instant last = Instant.MIN;
    }

    /**
     * The schema of an id, after waiting for it if need be.
     *
     * @throws UnknownSchemaException once the registry has denied the id for the whole time of confirmation
     */
    Schema byId(int id) {
        var denial = denials.get(id);
        if (denial == null) {
            try {
                return ask(id);
            } catch (SchemaNotFoundException e) {
                denial = denials.computeIfAbsent(id, unknown -> new Denial());
            }
        }
        var schema = insist(id, denial);
        denials.remove(id);
        return schema;
    }

    // One thread asks for an id; others that met the same id wait for what it learns.
    private Schema insist(int id, Denial denial) {
        synchronized (denial) {
            for (var attempt = 0; ; attempt++) {
                if (isConfirmed(denial) && waiting.now().isBefore(denial.last.plus(recheck))) {
                    throw unknown(id, denial);
                }
                try {
                    return ask(id);
                } catch (SchemaNotFoundException e) {
                    note(denial);
                }
                if (!isConfirmed(denial)) {
                    waiting.pause(backoff.after(attempt));
                }
            }
        }
    }

    private Schema ask(int id) {
        try {
            return registry.byId(id);
        } catch (InvalidSchemaException e) {
            throw new UnreadableSchemaException("schema id " + id + ": " + e.getMessage(), e);
        }
    }

    private void note(Denial denial) {
        denial.last = waiting.now();
        if (denial.since.equals(Instant.MAX)) {
            denial.since = denial.last;
        }
        if (denials.size() > MOST_UNKNOWN_IDS) {
            denials.values().removeIf(other -> other != denial);
        }
    }

    private boolean isConfirmed(Denial denial) {
        return !denial.since.equals(Instant.MAX) && !denial.last.isBefore(denial.since.plus(confirmation));
    }

    private UnknownSchemaException unknown(int id, Denial denial) {
        return new UnknownSchemaException(
                "the schema registry knows no schema id " + id + ", asked from " + denial.since + " to " + denial.last);
    }
}
