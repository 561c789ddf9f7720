package io.missionwatch.quickstart.imports;

import io.missionwatch.ingest.submissions.SubmissionReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Reads the pages of a web archive: its responses of type text/html that were a success. All else is passed over. */
final class WarcArticles {

    private static final int OK = 200;
    private static final List<String> PAGES = List.of("text/html", "application/xhtml+xml");
    private static final List<String> ENCODINGS = List.of("", "identity", "gzip", "x-gzip", "deflate");

    private WarcArticles() {}

    static void read(Path file, InputStream in, SubmissionReader reader, ImportSink sink) throws IOException {
        long position = 0;
        try (var warc = new WarcReader(in)) {
            for (var next = warc.next(); next.isPresent(); next = warc.next()) {
                position = warc.position();
                record(file + "@" + position, next.get(), reader, sink);
            }
        } catch (IOException | RuntimeException broken) {
            // A broken record has no end that could be trusted: what follows it is left out.
            sink.refuse(file + "@" + position, "no more WARC from here: " + inWords(broken));
        }
    }

    private static void record(String where, WarcRecord record, SubmissionReader reader, ImportSink sink) {
        if (!(record instanceof WarcResponse response)) {
            return;
        }
        try {
            response(where, response, reader, sink);
        } catch (IOException | RuntimeException broken) {
            sink.refuse(where, "a response that cannot be read: " + inWords(broken));
        }
    }

    private static void response(String where, WarcResponse response, SubmissionReader reader, ImportSink sink)
            throws IOException {
        var address = URI.create(response.target());
        if (!List.of("http", "https")
                .contains(Optional.ofNullable(address.getScheme()).orElse(""))) {
            return;
        }
        var http = response.http();
        var type = http.headers().first("Content-Type");
        var media = type.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (http.status() != OK || !PAGES.contains(media)) {
            return;
        }
        var encoding =
                http.headers().first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        if (!ENCODINGS.contains(encoding)) {
            sink.refuse(where, "a page in an encoding that is not read");
            return;
        }
        SingleArticles.page(where, http.bodyDecoded().stream(), type, address, reader, sink)
                .map(page -> page.archived(response.date(), http.headers().first("Last-Modified")))
                .ifPresent(sink::article);
    }

    private static String inWords(Exception broken) {
        return broken.getClass().getSimpleName();
    }
}
