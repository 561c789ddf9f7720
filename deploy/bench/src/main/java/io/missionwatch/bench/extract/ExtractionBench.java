package io.missionwatch.bench.extract;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints one table: what our article extractor and Readability4J make of labelled pages, and how fast.
 *
 * <p>Arguments: the directory that holds the folders {@code fundus} and {@code readability}; a file to write the score of
 * every page to, if wanted.
 */
public final class ExtractionBench {

    private ExtractionBench() {}

    /** Runs the comparison. */
    public static void main(String[] args) throws IOException {
        var directory = Path.of(args.length > 0 ? args[0] : "../shared/eval/extract");
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var results = compare(directory);
        out.print(ScoreTable.of(results.values().stream().flatMap(List::stream).toList()));
        out.flush();
        if (args.length > 1) {
            Files.writeString(Path.of(args[1]), ScoreTable.pages(results));
        }
    }

    private static Map<String, List<SetResult>> compare(Path directory) throws IOException {
        Map<String, List<LabelledPage>> sets = new LinkedHashMap<>();
        sets.put("fundus", FundusPages.in(directory.resolve("fundus")));
        sets.put("readability", ReadabilityPages.in(directory.resolve("readability")));
        Map<String, List<SetResult>> results = new LinkedHashMap<>();
        sets.forEach((name, pages) -> results.put(
                name,
                Stream.of(Contender.values())
                        .filter(contender ->
                                !Boolean.getBoolean("extract.ours-only") || contender == Contender.MISSIONWATCH)
                        .map(contender -> SetResult.of(name, contender, pages))
                        .toList()));
        return results;
    }
}
