package io.missionwatch.alert.patterns;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.sigma.EventReading;
import io.missionwatch.alert.sigma.RuleSet;
import io.missionwatch.alert.sigma.SigmaFiles;
import io.missionwatch.alert.sigma.ValueLists;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code patterns match}: says which events of a file match which rules. */
public final class PatternsMatch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;
    private final PrintWriter err;
    private final ValueLists lists;

    /** Writes one JSON line per match to {@code out}, and what cannot be read or honoured to {@code err}. */
    public PatternsMatch(Writer out, Writer err, ValueLists lists) {
        this.out = new PrintWriter(out);
        this.err = new PrintWriter(err);
        this.lists = lists;
    }

    /**
     * Matches every event, and in the end the correlations over them, which are told with the last event that counted.
     * Rules that cannot be honoured are named and left out.
     *
     * @param roots paths under which a field is looked up that an event does not have itself
     * @return 0, or 1 where there is no valid rule or the events cannot be read to their end
     */
    public int match(List<Path> patterns, Path events, List<String> roots) {
        var read = SigmaFiles.read(patterns, lists);
        read.faults().forEach(err::println);
        try {
            if (read.rules().isEmpty()) {
                err.println("no valid rule in " + patterns);
                return 1;
            }
            var run = new MatchRun(RuleSet.compile(read.rules()));
            var reading = new EventReading(roots, regex -> err.println("regular expression took too long: " + regex));
            JsonEvents.read(events, (number, event) -> print(run.event(number, reading.event(event))));
            print(run.correlated());
            if (run.withoutTime() > 0) {
                err.println(
                        run.withoutTime() + " matches were not correlated: their events do not say when they happened");
            }
            return 0;
        } catch (IOException | UncheckedIOException unreadable) {
            err.println(events + ": " + unreadable.getMessage());
            return 1;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private void print(List<MatchRun.Found> found) {
        found.forEach(one -> out.println(json(one.event(), one.pattern())));
    }

    private static String json(long number, String pattern) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", number);
        line.put("pattern", pattern);
        try {
            return JSON.writeValueAsString(line);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
