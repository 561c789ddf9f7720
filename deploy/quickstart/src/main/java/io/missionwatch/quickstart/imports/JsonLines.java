package io.missionwatch.quickstart.imports;

import io.missionwatch.ingest.submissions.SubmissionBody;
import io.missionwatch.ingest.submissions.SubmissionReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads articles, one JSON object a line. A line that is too long is passed over without being kept. */
final class JsonLines {

    private static final int LONGEST = 8 << 20;

    private JsonLines() {}

    static void read(Path file, InputStream in, SubmissionReader reader, ImportSink sink) throws IOException {
        var line = new ByteArrayOutputStream();
        var block = new byte[64 * 1024];
        int number = 1;
        boolean tooLong = false;
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                if (block[i] == '\n') {
                    tooLong |= !keep(line, block, from, i);
                    take(file + ":" + number++, line, tooLong, reader, sink);
                    tooLong = false;
                    from = i + 1;
                }
            }
            tooLong |= !keep(line, block, from, count);
        }
        take(file + ":" + number, line, tooLong, reader, sink);
    }

    private static boolean keep(ByteArrayOutputStream line, byte[] block, int from, int to) {
        if (line.size() + to - from > LONGEST) {
            return false;
        }
        line.write(block, from, to - from);
        return true;
    }

    private static void take(
            String where, ByteArrayOutputStream line, boolean tooLong, SubmissionReader reader, ImportSink sink) {
        var bytes = line.toByteArray();
        line.reset();
        if (tooLong) {
            sink.refuse(where, "longer than " + LONGEST + " bytes");
            return;
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.isBlank()) {
                var read = SubmissionBody.line(1, text, reader);
                read.article().ifPresentOrElse(sink::article, () -> sink.refuse(where, read.fault()));
            }
        } catch (CharacterCodingException notText) {
            sink.refuse(where, "not UTF-8 text");
        }
    }
}
