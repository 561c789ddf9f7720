package io.missionwatch.quickstart.cli;

import io.missionwatch.alert.sigma.ValueListFiles;
import io.missionwatch.alert.sigma.ValueLists;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The values that stand in for the placeholders of patterns. */
final class PlaceholderOptions {

    @Option(
            names = "--value-lists",
            paramLabel = "FILE",
            description = "YAML with names and their values, for placeholders such as %%Workstations%% behind |expand;"
                    + " may be given several times.")
    private List<Path> files = new ArrayList<>();

    ValueLists lists() throws IOException {
        for (var file : files) {
            Given.file(file);
        }
        try {
            return ValueListFiles.read(files);
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(malformed.getMessage(), malformed);
        }
    }
}
