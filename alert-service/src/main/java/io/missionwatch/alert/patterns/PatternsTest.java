package io.missionwatch.alert.patterns;

import io.missionwatch.alert.sigma.Handling.Example;
import io.missionwatch.alert.sigma.ValueLists;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The command {@code patterns test}: tries patterns on the examples that their authors wrote into them. */
public final class PatternsTest {
    private final PrintWriter out;
    private final ValueLists lists;
    private int patterns;
    private int examples;
    private int failures;

    /** Writes one line per example that fails, and in the end how many there were, to {@code out}; placeholders are looked up in {@code lists}. */
    public PatternsTest(Writer out, ValueLists lists) {
        this.out = new PrintWriter(out);
        this.lists = lists;
    }

    /**
     * Tests the patterns of files and folders.
     *
     * @return 0 where every pattern is valid and every example comes out as its author says, else 1
     * @throws IOException when a file cannot be read
     */
    public int test(List<Path> paths) throws IOException {
        for (var path : paths) {
            try (var files = Files.walk(path)) {
                for (var file : files.filter(PatternsTest::isPattern).sorted().toList()) {
                    test(PatternText.of(file.toString(), Files.readString(file)));
                }
            }
        }
        out.printf("%d patterns, %d examples, %d failures%n", patterns, examples, failures);
        out.flush();
        return failures == 0 && patterns > 0 ? 0 : 1;
    }

    private void test(PatternText text) {
        var compiled = PatternCompiler.compile(text, lists);
        compiled.faults().forEach(this::fail);
        for (var pattern : compiled.patterns()) {
            patterns++;
            var own = pattern.rule().handling().examples();
            if (own.isEmpty()) {
                out.println(place(text, pattern) + ": no examples");
            }
            own.forEach(example -> test(text, pattern, example));
        }
    }

    private void test(PatternText text, CompiledPattern pattern, Example example) {
        examples++;
        if (PatternExamples.fires(pattern, example) != example.matches()) {
            fail(place(text, pattern) + ": '" + example.title() + "': expected "
                    + (example.matches() ? "a match, found none" : "no match, found one"));
        }
    }

    private void fail(Object reason) {
        failures++;
        out.println(reason);
    }

    private static String place(PatternText text, CompiledPattern pattern) {
        return text.name() + ":" + pattern.rule().head().line();
    }

    private static boolean isPattern(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && Stream.of(".yml", ".yaml").anyMatch(name::endsWith);
    }
}
