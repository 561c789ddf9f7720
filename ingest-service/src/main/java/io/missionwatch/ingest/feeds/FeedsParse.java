package io.missionwatch.ingest.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.ingest.markup.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows what the parser sees in a feed, or in every file of a directory: one JSON object for a file or an address, JSON
 * lines for a directory.
 */
public final class FeedsParse {

    /** Everything was read, whatever it turned out to be. */
    public static final int DONE = 0;

    /** The target or the table of types could not be read. */
    public static final int UNREADABLE = 2;

    private static final Set<ParsedFeed.Reading> OFFERS =
            EnumSet.of(ParsedFeed.Reading.HTML_PAGE, ParsedFeed.Reading.SITEMAP_INDEX);
    private static final int MOST_BYTES = 256 * 1024 * 1024;

    private final FeedParser parser;
    private final Fetch fetch;

    /**
     * Reads with a parser.
     *
     * @param fetch gets documents from addresses
     */
    public FeedsParse(FeedParser parser, Fetch fetch) {
        this.parser = parser;
        this.fetch = fetch;
    }

    /** Gets a document from an address. */
    @FunctionalInterface
    public interface Fetch {
        /**
         * Gets it.
         *
         * @throws IOException where there is no document to be had; its message says why
         */
        FeedDocument get(URI address) throws IOException;
    }

    /**
     * What to read, and what the server would say of it.
     *
     * @param target a file, a directory, or an http or https address
     * @param contentType the Content-Type header, for all files
     * @param contentTypes a table with a relative path and its Content-Type header in each line, separated by a tab
     */
    public record Args(String target, Optional<String> contentType, Optional<Path> contentTypes) {

        boolean isAddress() {
            return target.startsWith("http://") || target.startsWith("https://");
        }
    }

    /**
     * Reads the target and writes what is seen.
     *
     * @param out gets JSON
     * @param err gets one line where the target cannot be read
     * @return {@link #DONE} or {@link #UNREADABLE}
     */
    public int run(Args args, Writer out, Writer err) throws IOException {
        try {
            var types =
                    args.contentTypes().isPresent() ? table(args.contentTypes().get()) : Map.<String, String>of();
            if (args.isAddress()) {
                write(out, address(args));
            } else if (Files.isDirectory(Path.of(args.target()))) {
                directory(Path.of(args.target()), args, types, out);
            } else {
                var file = Path.of(args.target());
                write(out, file(file, file.getFileName().toString(), args, types));
            }
            out.flush();
            return DONE;
        } catch (NoSuchFileException e) {
            return refuse(err, e.getFile() + ": no such file");
        } catch (IOException | UncheckedIOException e) {
            return refuse(err, args.target() + ": " + e.getMessage());
        }
    }

    private static int refuse(Writer err, String line) throws IOException {
        err.write(line + System.lineSeparator());
        err.flush();
        return UNREADABLE;
    }

    private ObjectNode address(Args args) throws IOException {
        var document = fetch.get(URI.create(args.target()));
        var typed = args.contentType().map(document::withContentType).orElse(document);
        return read(args.target(), typed);
    }

    private void directory(Path directory, Args args, Map<String, String> types, Writer out) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(directory)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (var file : files) {
            var name = directory.relativize(file).toString().replace('\\', '/');
            write(out, file(file, name, args, types));
        }
    }

    private ObjectNode file(Path file, String name, Args args, Map<String, String> types) throws IOException {
        var type = Optional.ofNullable(types.get(name)).or(args::contentType);
        var document = FeedDocument.of(bytes(file));
        return read(name, type.map(document::withContentType).orElse(document));
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Packed.open(Files.newInputStream(file))) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("holds more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private ObjectNode read(String name, FeedDocument document) {
        var parsed = parser.parse(document);
        var node = FeedJson.of(name, parsed);
        if (OFFERS.contains(parsed.reading())) {
            var offered = node.putArray("feeds");
            FeedDiscovery.feedsIn(document).forEach(feed -> offered.add(feed.toString()));
        }
        return node;
    }

    private static void write(Writer out, ObjectNode node) throws IOException {
        out.write(node.toString());
        out.write('\n');
    }

    private static Map<String, String> table(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.indexOf('\t') > 0)
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (first, last) -> last));
    }
}
