package io.missionwatch.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Shows what the extractor sees in a page, or in every page of a directory and the directories in it: one JSON object
 * for a file or an address, JSON lines for a directory.
 */
public final class ArticlesExtract {

    /** Every page was read. */
    public static final int DONE = 0;

    /** Some pages of a directory could not be read; the others were. */
    public static final int SOME_UNREADABLE = 1;

    /** The target could not be read. */
    public static final int UNREADABLE = 2;

    private static final int LARGEST_PAGE = 64 << 20;
    private static final URI NOWHERE = URI.create("");

    private final ArticleExtractor extractor;
    private final Fetch fetch;

    /**
     * Shows what an extractor sees.
     *
     * @param fetch gets pages from addresses
     */
    public ArticlesExtract(ArticleExtractor extractor, Fetch fetch) {
        this.extractor = extractor;
        this.fetch = fetch;
    }

    /** Gets a page from an address. */
    @FunctionalInterface
    public interface Fetch {
        /**
         * Gets it.
         *
         * @throws IOException where there is no page to be had; its message says why
         */
        HtmlPage get(URI address) throws IOException;
    }

    /**
     * What to read.
     *
     * @param target a file that ends in .html or .html.gz, a directory of such files, or an http or https address
     * @param url where a file's page was found, if known
     */
    public record Args(String target, Optional<URI> url) {

        boolean isAddress() {
            return target.startsWith("http://") || target.startsWith("https://");
        }
    }

    /**
     * Reads the target and writes what is seen.
     *
     * @param out gets JSON
     * @param err gets a line for each page that cannot be read
     * @return {@link #DONE}, {@link #SOME_UNREADABLE} or {@link #UNREADABLE}
     */
    public int run(Args args, Writer out, Writer err) throws IOException {
        try {
            return args.isAddress() ? address(args, out) : path(Path.of(args.target()), args, out, err);
        } catch (NoSuchFileException e) {
            refuse(err, e.getFile(), "no such file");
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            refuse(err, args.target(), e.getMessage());
        }
        return UNREADABLE;
    }

    private int address(Args args, Writer out) throws IOException {
        write(out, args.target(), fetch.get(URI.create(args.target())));
        return DONE;
    }

    private int path(Path path, Args args, Writer out, Writer err) throws IOException {
        if (Files.isDirectory(path)) {
            return directory(path, args, out, err);
        }
        write(out, path.getFileName().toString(), page(path, args));
        return DONE;
    }

    private int directory(Path directory, Args args, Writer out, Writer err) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(directory)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(ArticlesExtract::isPage)
                    .sorted()
                    .toList();
        }
        int outcome = DONE;
        for (var file : files) {
            var name = directory.relativize(file).toString().replace('\\', '/');
            try {
                write(out, name, page(file, args));
            } catch (IOException e) {
                refuse(err, name, e.getMessage());
                outcome = SOME_UNREADABLE;
            }
        }
        return outcome;
    }

    private static boolean isPage(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.x?html?(\\.gz)?");
    }

    private static HtmlPage page(Path file, Args args) throws IOException {
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        try (var raw = Files.newInputStream(file);
                InputStream in = packed ? new GZIPInputStream(raw) : raw) {
            return new HtmlPage(
                    in.readNBytes(LARGEST_PAGE), Optional.empty(), args.url().orElse(NOWHERE));
        }
    }

    private void write(Writer out, String name, HtmlPage page) throws IOException {
        out.write(ArticleJson.of(name, extractor.extract(page)).toString());
        out.write('\n');
        out.flush();
    }

    private static void refuse(Writer err, String name, String reason) throws IOException {
        err.write(name + ": " + reason + System.lineSeparator());
        err.flush();
    }
}
