package io.missionwatch.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The texts that the alert service sends through its outputs. */
final class HostileTexts {

    private HostileTexts() {}

    static List<String> all() throws IOException {
        var json = new ObjectMapper();
        var texts = new ArrayList<String>();
        for (var line :
                Files.readAllLines(Repository.root().resolve("alert-service/src/test/resources/hostile-text.txt"))) {
            if (line.startsWith("\"")) {
                texts.add(json.readValue(line, String.class));
            }
        }
        return List.copyOf(texts);
    }
}
