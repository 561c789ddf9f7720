package io.missionwatch.bench.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes events and patterns over one world of states, actors, cities and phrases, so that about one in ten events matches
 * one of 1,000 patterns. The same seed makes the same world.
 */
final class MadeNews {
    private static final List<String> TYPES = List.of(
            "ATTACK",
            "ATTACK_FOILED",
            "PLOT",
            "THREAT",
            "WARNING",
            "EVACUATION",
            "CLOSURE",
            "RELOCATION",
            "REOPENING",
            "SECURITY_RAISED",
            "PROTEST",
            "EXPULSION",
            "CLAIM_OF_RESPONSIBILITY",
            "COUNTERTERRORISM_OPERATION",
            "ARREST",
            "OTHER");
    private static final int WORD = 7;
    private static final int WORDS_OF_A_TEXT = 45;
    private static final int VALUES = 3;

    private final Random random;
    private final List<String> hosts = states(60);
    private final List<String> senders = states(190);
    private final List<String> actors = names(2_000, 6);
    private final List<String> cities = names(5_000, 6);
    private final List<String> phrases;
    private final List<String> words;

    MadeNews(long seed) {
        random = new Random(seed);
        words = IntStream.range(0, 5_000).mapToObj(any -> word()).toList();
        phrases =
                IntStream.range(0, 3_000).mapToObj(any -> word() + " " + word()).toList();
    }

    private static List<String> states(int count) {
        return List.of(Locale.getISOCountries()).subList(0, count);
    }

    private static List<String> names(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(number -> "N" + ("000000" + Integer.toString(number, 36)).substring(7 - length))
                .toList();
    }

    /** All words are of one length, so that a phrase is found at the borders of words or not at all. */
    private String word() {
        return random.ints(WORD, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Events as patterns see them. */
    List<Map<String, Object>> events(int count) {
        return IntStream.range(0, count).mapToObj(this::event).toList();
    }

    private Map<String, Object> event(int number) {
        return tree(
                "event", told(),
                "article", article(number),
                "place", place(),
                "actor", List.of(actor("PERPETRATOR"), actor("SPEAKER")),
                "mission", List.of(mission()));
    }

    private Map<String, Object> told() {
        return tree(
                "type", any(TYPES),
                "means", "IED",
                "modality", any(List.of("ASSERTED", "ASSERTED", "ASSERTED", "POSSIBLE", "NEGATED")),
                "temporal", any(List.of("CURRENT", "CURRENT", "DEVELOPING", "BACKGROUND")),
                "verification", "ALLEGED",
                "occurred_start", "2026-03-01T12:00:00Z",
                "killed_min", random.nextInt(9),
                "text", text());
    }

    private Map<String, Object> article(int number) {
        return tree(
                "id",
                "article-" + number,
                "outlet",
                "outlet-" + random.nextInt(50),
                "source_class",
                "NEWSPAPER",
                "reliability",
                "B",
                "language",
                "en",
                "title",
                any(words) + " " + any(words) + " " + any(words));
    }

    private Map<String, Object> place() {
        return tree(
                "id",
                "place-" + random.nextInt(5_000),
                "name",
                any(cities),
                "type",
                "CITY",
                "country",
                any(hosts),
                "latitude",
                34.5,
                "longitude",
                69.2);
    }

    private Map<String, Object> mission() {
        return tree("type", "EMBASSY", "sending_state", any(senders), "host_state", any(hosts), "city", any(cities));
    }

    private Map<String, Object> actor(String role) {
        return tree("id", any(actors), "name", any(words), "type", "ARMED_GROUP", "role", role);
    }

    /** Maps as the alert service itself makes them of events. */
    private static Map<String, Object> tree(Object... keysAndValues) {
        var tree = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tree.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return tree;
    }

    private String text() {
        var text = new ArrayList<String>();
        for (int i = 0; i < WORDS_OF_A_TEXT; i++) {
            text.add(any(words));
        }
        text.set(random.nextInt(WORDS_OF_A_TEXT), any(phrases));
        return String.join(" ", text);
    }

    /** Patterns that each ask for something particular. */
    List<MadePattern> patterns(int count) {
        return IntStream.range(0, count).mapToObj(this::pattern).toList();
    }

    private MadePattern pattern(int number) {
        var none = Optional.<String>empty();
        var id = "made-" + number;
        return switch (number % 5) {
            case 0, 1 ->
                new MadePattern(id, types(), Optional.of(any(hosts)), Optional.of(any(senders)), none, none, none);
            case 2 -> new MadePattern(id, types(), none, none, Optional.of(any(actors)), none, none);
            case 3 -> new MadePattern(id, types(), none, none, none, Optional.of(any(cities)), none);
            default -> new MadePattern(id, types(), none, none, none, none, Optional.of(any(phrases)));
        };
    }

    private List<String> types() {
        return IntStream.range(0, VALUES).mapToObj(any -> any(TYPES)).distinct().toList();
    }
}
