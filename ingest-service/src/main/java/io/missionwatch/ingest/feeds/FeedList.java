package io.missionwatch.ingest.feeds;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
     * Reads a file; OPML by its extension {@code .opml} or {@code .xml} or its first character, in the encoding that it
     * declares, else YAML in UTF-8.
     *
     * @throws CharacterCodingException when YAML is in another encoding
     * @throws IOException when the file cannot be read at all
     */
    public static FeedList read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var decoded = TextEncoding.decode(bytes, Optional.empty());
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean opml = name.endsWith(".opml")
                || name.endsWith(".xml")
                || decoded.text().stripLeading().startsWith("<");
        boolean marked = decoded.encoding().startsWith("UTF-16");
        return parse(opml || marked ? decoded.text() : utf8(bytes), file.toString(), opml);
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
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
        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, URI> addresses = new HashMap<>();

        Findings(String file) {
            this.file = file;
        }

        /** Takes a feed; two addresses that look alike get ids of their own, unless the list gives them. */
        void feed(FeedFields fields, int line) {
            var named = fields.feed();
            boolean isAnother = !fields.hasId()
                    && addresses.containsKey(named.id())
                    && !named.url().equals(addresses.get(named.id()));
            var feed = isAnother ? fields.setApart().feed() : named;
            addresses.putIfAbsent(feed.id(), feed.url());
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
