package io.missionwatch.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Tells what stands in the way of a new schema version, by Avro's own rules of resolution. */
public final class CompatibilityCheck {
    private CompatibilityCheck() {}

    /**
     * The faults of a new schema against the versions before it.
     *
     * @param earlier all earlier versions, oldest first
     * @return one sentence a fault; empty if the schema may be registered
     */
    public static List<String> faults(CompatibilityLevel level, Schema candidate, List<Schema> earlier) {
        var compared = level.isTransitive() || earlier.isEmpty()
                ? earlier
                : earlier.subList(earlier.size() - 1, earlier.size());
        var faults = new ArrayList<String>();
        for (var older : compared) {
            if (level.isBackward()) {
                faults.addAll(unreadable(candidate, older, "new", "earlier"));
            }
            if (level.isForward()) {
                faults.addAll(unreadable(older, candidate, "earlier", "new"));
            }
        }
        return List.copyOf(faults);
    }

    private static List<String> unreadable(Schema reader, Schema writer, String readerName, String writerName) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(fault -> sentence(fault, readerName, writerName))
                .toList();
    }

    private static String sentence(Incompatibility fault, String readerName, String writerName) {
        return "a reader of the %s version cannot read the %s one: %s at %s (%s)"
                .formatted(readerName, writerName, fault.getType(), fault.getLocation(), fault.getMessage());
    }
}
