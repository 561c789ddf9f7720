package io.missionwatch.ingest.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The feeds that a file lists, as YAML or OPML.
 *
 * @param feeds those that can be read, in the order of the file
 * @param faults what is wrong with the others, each as {@code file:line: reason}
 */
public record FeedList(List<FeedSource> feeds, List<String> faults) {

    public FeedList {
        feeds = List.copyOf(feeds);
        faults = List.copyOf(faults);
    }

    /**
     * Reads a file; OPML by its extension {@code .opml} or {@code .xml} or its first character, else YAML.
     *
     * @throws IOException when the file cannot be read at all
     */
    public static FeedList read(Path file) throws IOException {
        var text = Files.readString(file);
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean opml = name.endsWith(".opml")
                || name.endsWith(".xml")
                || text.stripLeading().startsWith("<");
        return parse(text, file.toString(), opml);
    }

    static FeedList parse(String text, String file, boolean opml) {
        var findings = new Findings(file);
        if (opml) {
            OpmlFeeds.read(text, findings);
        } else {
            YamlFeeds.read(text, findings);
        }
        return findings.list();
    }

    /**
     * The feed of fields by name, as a list gives them; lists have their words separated by commas.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static FeedSource feed(Map<String, String> fields) {
        fields.keySet().stream()
                .filter(name -> !FeedFields.KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    var known = FeedFields.KNOWN.stream().sorted().collect(Collectors.joining(", "));
                    throw new IllegalArgumentException("unknown field '" + name + "'; known are " + known);
                });
        return new FeedFields(fields).feed();
    }

    /** The fields of a feed by name, those left out that are as they would be without. */
    public static Map<String, Object> fields(FeedSource feed) {
        return YamlFeeds.fields(feed);
    }

    /** The fields of a feed as {@link #feed} takes them. */
    public static Map<String, String> texts(FeedSource feed) {
        var texts = new LinkedHashMap<String, String>();
        fields(feed)
                .forEach((name, value) -> texts.put(
                        name,
                        value instanceof List<?> words
                                ? words.stream().map(String::valueOf).collect(Collectors.joining(","))
                                : value.toString()));
        return texts;
    }

    /** The feeds as YAML that {@link #read} takes. */
    public static String toYaml(List<FeedSource> feeds) {
        return YamlFeeds.write(feeds);
    }

    /** The feeds as OPML that {@link #read} and other feed readers take. */
    public static String toOpml(List<FeedSource> feeds) {
        return OpmlFeeds.write(feeds);
    }

    /** Collects feeds and faults while a file is read. */
    static final class Findings {

        private final String file;
        private final List<FeedSource> feeds = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final HashMap<String, Integer> lines = new HashMap<>();

        Findings(String file) {
            this.file = file;
        }

        void feed(FeedSource feed, int line) {
            var before = lines.putIfAbsent(feed.id(), line);
            if (before == null) {
                feeds.add(feed);
            } else {
                fault(line, "the id '" + feed.id() + "' is taken by the feed of line " + before);
            }
        }

        void fault(int line, String reason) {
            faults.add(file + ":" + line + ": " + reason);
        }

        FeedList list() {
            if (feeds.isEmpty() && faults.isEmpty()) {
                fault(1, "lists no feeds");
            }
            return new FeedList(feeds, faults);
        }
    }
}
