package io.missionwatch.quickstart.imports;

import io.missionwatch.ingest.extract.HtmlPage;
import io.missionwatch.ingest.submissions.Submission;
import io.missionwatch.ingest.submissions.SubmissionFault;
import io.missionwatch.ingest.submissions.SubmissionReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files that hold one article each: plain text, whose first line is the title where an empty one follows, or a page. */
final class SingleArticles {

    private static final int LARGEST = 10 << 20;
    private static final URI NOWHERE = URI.create("https://unknown.invalid/");

    private SingleArticles() {}

    static void text(Path file, InputStream in, SubmissionReader reader, ImportSink sink) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            sink.refuse(file.toString(), "larger than " + LARGEST + " bytes");
            return;
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\r\n", "\n")
                    .strip();
            int line = text.indexOf('\n');
            boolean titled = line > 0 && text.startsWith("\n\n", line);
            sink.article(reader.text(titled ? text.substring(0, line) : "", titled ? text.substring(line) : text));
        } catch (CharacterCodingException notText) {
            sink.refuse(file.toString(), "not UTF-8 text");
        } catch (SubmissionFault fault) {
            sink.refuse(file.toString(), fault.getMessage());
        }
    }

    static void page(Path file, InputStream in, SubmissionReader reader, ImportSink sink) throws IOException {
        page(file.toString(), in, Optional.empty(), NOWHERE, reader, sink).ifPresent(sink::article);
    }

    /** The article of a page that was found at an address; empty where it is refused. */
    static Optional<Submission> page(
            String where,
            InputStream in,
            Optional<String> contentType,
            URI address,
            SubmissionReader reader,
            ImportSink sink)
            throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            sink.refuse(where, "larger than " + LARGEST + " bytes");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.page(
                    new HtmlPage(bytes, contentType, address),
                    address.equals(NOWHERE) ? Optional.empty() : Optional.of(address.toString())));
        } catch (SubmissionFault fault) {
            sink.refuse(where, fault.getMessage());
            return Optional.empty();
        }
    }
}
