package io.missionwatch.alert.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.sigma.Handling.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BuiltInPatternsTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/missionwatch/alert/patterns");

    @Test
    void everyFileIsInTheIndex() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();

            assertThat(BuiltInPatterns.all()).extracting(PatternText::name).containsExactlyElementsOf(names);
        }
    }

    @Test
    void thereAreAtLeastTwentyFive() {
        assertThat(patterns()).hasSizeGreaterThanOrEqualTo(25);
    }

    @TestFactory
    Stream<DynamicTest> saysWhatItIsForAndWhereItErrs() {
        return patterns()
                .map(pattern -> DynamicTest.dynamicTest(pattern.card().title(), () -> {
                    var head = pattern.rule().head();
                    assertThat(head.description()).isPresent();
                    assertThat(head.falsePositives()).isNotEmpty();
                    assertThat(head.references()).isNotEmpty();
                    assertThat(head.fields()).isNotEmpty();
                    assertThat(head.level()).isPresent();
                    assertThat(pattern.rule().handling().title()).isPresent();
                    assertThat(pattern.rule().handling().examples())
                            .anyMatch(Example::matches)
                            .anyMatch(example -> !example.matches());
                }));
    }

    @TestFactory
    Stream<DynamicTest> findsItsExamples() {
        return patterns()
                .flatMap(pattern -> pattern.rule().handling().examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                pattern.card().title() + ": " + example.title(),
                                () -> assertThat(PatternExamples.fires(pattern, example))
                                        .isEqualTo(example.matches()))));
    }

    private static Stream<CompiledPattern> patterns() {
        return BuiltInPatterns.all().stream().map(PatternCompiler::compile).flatMap(compilation -> {
            assertThat(compilation.faults()).isEmpty();
            return compilation.patterns().stream();
        });
    }
}
