package io.missionwatch.alert.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Texts as hostile feeds write them; each test of an output sends all of them through it. */
public final class HostileText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HostileText() {}

    /** The texts; in the file each is a string of JSON, so that no editor spoils it. */
    public static Stream<String> all() {
        var in = HostileText.class.getResourceAsStream("/hostile-text.txt");
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(HostileText::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An alert that has the text wherever a feed's words can come. */
    public static Alert in(String text) {
        var mission = Alerts.mission();
        mission.setCity(text);
        mission.setSendingOrganisation(text);
        var place = Alerts.kabul();
        place.setName(text);
        place.setAdmin1(text);
        return Alerts.alert(Alerts.ID, 2)
                .setTitle(text)
                .setSummary(text)
                .setPatternTitle(text)
                .setMissions(List.of(mission))
                .setPlaces(List.of(place))
                .setEvidence(List.of(evidence(text)))
                .setReasons(List.of(text))
                .build();
    }

    private static AlertEvidence evidence(String text) {
        var evidence = Alerts.evidence("a", text);
        evidence.setTitle(text);
        evidence.setUrl(text);
        evidence.setSentences(List.of(text));
        evidence.setLanguage(text);
        return evidence;
    }

    private static String read(String line) {
        try {
            return JSON.readValue(line, String.class);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
