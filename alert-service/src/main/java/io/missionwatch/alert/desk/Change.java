package io.missionwatch.alert.desk;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What somebody wants to stand in a control topic under a key.
 *
 * @param <T> type of the value
 * @param action what it is called in the audit trail, such as {@code pattern.changed}
 * @param value what shall stand there; empty for nothing
 */
public record Change<T extends SpecificRecord>(String action, Optional<T> value) {

    /** Puts a value there. */
    public static <T extends SpecificRecord> Change<T> put(String action, T value) {
        return new Change<>(action, Optional.of(value));
    }

    /** Removes what stands there. */
    public static <T extends SpecificRecord> Change<T> remove(String action) {
        return new Change<>(action, Optional.empty());
    }
}
