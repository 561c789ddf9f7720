package io.missionwatch.quickstart.backtest;

import io.missionwatch.alert.patterns.BuiltInPatterns;
import io.missionwatch.alert.patterns.PatternCompiler;
import io.missionwatch.alert.patterns.PatternText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The patterns that a backtest holds events against. */
public final class PatternFiles {

    private PatternFiles() {}

    /** Those that come with the alert service. */
    public static List<PatternText> builtIn() {
        return BuiltInPatterns.all();
    }

    /**
     * Those of a file, or of all YAML files in and below a directory.
     *
     * @throws BacktestException with file, line and reason of the first fault
     * @throws IOException when a file cannot be read
     */
    public static List<PatternText> read(Path path) throws IOException {
        var patterns = new ArrayList<PatternText>();
        try (var files = Files.walk(path)) {
            for (var file : files.filter(PatternFiles::isYaml).sorted().toList()) {
                var pattern = PatternText.of(file.toString(), Files.readString(file));
                var faults = PatternCompiler.compile(pattern).faults();
                if (!faults.isEmpty()) {
                    throw new BacktestException(faults.get(0).toString(), null);
                }
                patterns.add(pattern);
            }
        }
        if (patterns.isEmpty()) {
            throw new BacktestException("no patterns in " + path + "; they are .yml or .yaml files", null);
        }
        return List.copyOf(patterns);
    }

    private static boolean isYaml(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".yml") || name.endsWith(".yaml"));
    }
}
