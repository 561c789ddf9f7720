package io.missionwatch.bench.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A set of texts of others that say who struck what, and where: one JSON object a line. */
record EventSet(String name, List<Incident> incidents) {

    EventSet {
        incidents = List.copyOf(incidents);
    }

    /** Reads a set; {@code label} is the key that holds whether a mission was struck. */
    static EventSet read(Path file, String label) throws IOException {
        var json = new ObjectMapper();
        var incidents = new ArrayList<Incident>();
        for (var line : Files.readAllLines(file)) {
            incidents.add(Incident.of(json.readTree(line), label));
        }
        return new EventSet(file.getFileName().toString(), incidents);
    }
}
