package io.missionwatch.quickstart.samples;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sample news: outlets and their items, with what each item should raise. */
public record Samples(List<Outlet> outlets, List<SampleItem> items) {

    private static final String BUILT_IN = "samples.yaml";

    public Samples {
        outlets = List.copyOf(outlets);
        items = List.copyOf(items);
    }

    /** The samples that the demo plays. */
    public static Samples builtIn() {
        var resource = Objects.requireNonNull(Samples.class.getResourceAsStream(BUILT_IN), BUILT_IN);
        try (var yaml = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return read(BUILT_IN, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a samples file; {@code file} is its name in messages.
     *
     * @throws SamplesFormatException naming file and line, if the file does not hold together
     */
    public static Samples read(String file, Reader yaml) {
        return new SamplesReader().read(file, yaml);
    }

    /** The outlet's items that can be seen so long after the start, newest first, each in its latest revision. */
    public List<SampleItem> visible(Outlet outlet, Duration sinceStart) {
        var newest = new LinkedHashMap<String, SampleItem>();
        items.stream()
                .filter(item -> item.outlet().equals(outlet.id()))
                .filter(item -> item.appears().compareTo(sinceStart) <= 0)
                .sorted(Comparator.comparing(SampleItem::appears))
                .forEach(item -> newest.put(item.article(), item));
        return newest.values().stream()
                .sorted(Comparator.comparing(SampleItem::published).reversed())
                .toList();
    }

    /** The items that must alert, by the happening they report. */
    public Map<String, List<SampleItem>> happenings() {
        return items.stream()
                .filter(item -> item.happening().isPresent())
                .collect(Collectors.groupingBy(
                        item -> item.happening().orElseThrow(), LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    /** How many independent origins report a happening, once all its items have appeared. */
    public int origins(String happening) {
        return (int) happenings().getOrDefault(happening, List.of()).stream()
                .map(SampleItem::origin)
                .distinct()
                .count();
    }

    /** When the last item has appeared, counted from the start. */
    public Duration length() {
        return items.stream()
                .map(SampleItem::appears)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
