package io.missionwatch.quickstart.imports;

import io.missionwatch.ingest.submissions.SubmissionReader;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads articles from files, and from the files of directories: JSON lines, plain text, pages and web archives. */
public final class ImportFiles {

    private final SubmissionReader reader;

    ImportFiles(SubmissionReader reader) {
        this.reader = reader;
    }

    /** The files of these paths, those of directories in the order of their names. */
    static List<Path> of(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                try (var walk = Files.walk(path)) {
                    walk.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    /** Reads a file; whatever is in it, the next can be read. */
    void read(Path file, ImportSink sink) throws IOException {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(".gz");
        var plain = packed ? name.substring(0, name.length() - ".gz".length()) : name;
        try (var raw = new BufferedInputStream(new Counted(Files.newInputStream(file), sink))) {
            if (plain.endsWith(".warc")) {
                WarcArticles.read(file, raw, reader, sink);
            } else if (plain.matches(".*\\.(jsonl|ndjson|json|x?html?|txt)")) {
                read(file, plain, packed ? new GZIPInputStream(raw) : raw, sink);
            } else {
                sink.refuse(file.toString(), "no .jsonl, .txt, .html or .warc, packed with gzip or not");
            }
        } catch (java.util.zip.ZipException | java.io.EOFException broken) {
            sink.refuse(file.toString(), "not a whole gzip file");
        }
    }

    private void read(Path file, String name, InputStream in, ImportSink sink) throws IOException {
        if (name.endsWith(".txt")) {
            SingleArticles.text(file, in, reader, sink);
        } else if (name.matches(".*\\.x?html?")) {
            SingleArticles.page(file, in, reader, sink);
        } else {
            JsonLines.read(file, in, reader, sink);
        }
    }

    /** Tells how many bytes of a file have been read. */
    private static final class Counted extends FilterInputStream {

        private final ImportSink sink;

        Counted(InputStream in, ImportSink sink) {
            super(in);
            this.sink = sink;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            sink.read(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            sink.read(Math.max(0, count));
            return count;
        }
    }
}
