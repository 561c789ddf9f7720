package io.missionwatch.alert.patterns;

import io.missionwatch.alert.sigma.Fault;
import io.missionwatch.alert.sigma.SigmaFiles;
import io.missionwatch.alert.sigma.ValueLists;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The command {@code patterns check}: says of every rule file what in it cannot be honoured. */
public final class PatternsCheck {
    private final PrintWriter out;
    private final ValueLists lists;

    /** Writes one line per fault to {@code out}; placeholders are looked up in {@code lists}. */
    public PatternsCheck(Writer out, ValueLists lists) {
        this.out = new PrintWriter(out);
        this.lists = lists;
    }

    /** Checks files and folders; 0 where every rule in them is valid, else 1. */
    public int check(List<Path> paths) {
        var reading = SigmaFiles.read(paths, lists);
        var faults = new ArrayList<>(reading.faults());
        faults.addAll(PatternCompiler.faults(reading.rules()));
        faults.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparing(Fault::line))
                .forEach(out::println);
        out.flush();
        return faults.isEmpty() ? 0 : 1;
    }
}
