package io.missionwatch.ingest.submissions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the articles out of what was sent, each with the line it begins on: one object, an array of them, or one a line. */
public final class SubmissionBody {

    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 8 << 20;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    private SubmissionBody() {}

    /**
     * One article, or what is wrong with its line.
     *
     * @param line where it begins, from 1
     * @param article the article, where it could be read
     * @param fault what is wrong; empty where it could be read
     */
    public record Line(int line, Optional<Submission> article, String fault) {

        static Line of(int line, Submission article) {
            return new Line(line, Optional.of(article), "");
        }

        static Line bad(int line, String fault) {
            return new Line(line, Optional.empty(), fault);
        }
    }

    /**
     * The articles of one JSON object, or of an array of them. A body that is no JSON is one bad line, the last.
     *
     * @param most nothing is read behind one article more than these
     */
    public static List<Line> json(String body, int most, SubmissionReader reader) {
        var lines = new ArrayList<Line>();
        try (var parser = JSON.createParser(body)) {
            var first = parser.nextToken();
            boolean array = first == JsonToken.START_ARRAY;
            var token = array ? parser.nextToken() : first;
            while (token != null && token != JsonToken.END_ARRAY) {
                int line = parser.currentTokenLocation().getLineNr();
                lines.add(line(line, JSON.<JsonNode>readTree(parser), reader));
                if (lines.size() > most) {
                    return lines;
                }
                token = array ? parser.nextToken() : null;
            }
            if (parser.nextToken() != null) {
                lines.add(Line.bad(
                        parser.currentTokenLocation().getLineNr(),
                        "more than one JSON value; articles one a line are application/x-ndjson"));
            }
        } catch (JsonProcessingException malformed) {
            lines.add(Line.bad(lineOf(malformed, lines), inWords(malformed) + "; nothing behind it was read"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines;
    }

    /**
     * The articles of lines with a JSON object each; empty lines are passed over.
     *
     * @param most nothing is read behind one article more than these
     */
    public static List<Line> lines(String body, int most, SubmissionReader reader) {
        var lines = new ArrayList<Line>();
        int number = 1;
        for (int start = 0; start < body.length() && lines.size() <= most; number++) {
            int newline = body.indexOf('\n', start);
            int end = newline < 0 ? body.length() : newline;
            var text = body.substring(start, end);
            if (!text.isBlank()) {
                lines.add(line(number, text, reader));
            }
            start = end + 1;
        }
        return lines;
    }

    /** The article of one line. */
    public static Line line(int number, String text, SubmissionReader reader) {
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            var node = JSON.<JsonNode>readTree(parser);
            return parser.nextToken() == null
                    ? line(number, node, reader)
                    : Line.bad(number, "more than one JSON value on the line");
        } catch (JsonProcessingException malformed) {
            return Line.bad(number, inWords(malformed));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Line line(int number, JsonNode node, SubmissionReader reader) {
        try {
            return Line.of(number, reader.read(node));
        } catch (SubmissionFault fault) {
            return Line.bad(number, fault.getMessage());
        }
    }

    private static int lineOf(JsonProcessingException malformed, List<Line> before) {
        int atLeast = before.isEmpty() ? 1 : before.get(before.size() - 1).line();
        return Optional.ofNullable(malformed.getLocation())
                .map(where -> Math.max(atLeast, where.getLineNr()))
                .orElse(atLeast);
    }

    // Jackson's messages quote the text; where it went wrong is enough.
    private static String inWords(JsonProcessingException malformed) {
        var where = Optional.ofNullable(malformed.getLocation())
                .map(location -> " at column " + location.getColumnNr())
                .orElse("");
        return malformed instanceof StreamConstraintsException
                ? "too large" + where + ": a text has at most 8 MiB, and objects are nested at most " + DEEPEST
                        + " deep"
                : "not JSON: malformed" + where;
    }
}
