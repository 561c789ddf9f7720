package io.missionwatch.alert.deliveries.plan;

import io.missionwatch.runtime.settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the file of deliveries as YAML: plain values, lists and maps, nothing else. */
public final class PlanFile {

    private PlanFile() {}

    /**
     * Reads a file.
     *
     * @throws SettingException when it cannot be read or is no YAML map
     */
    public static PlanMap read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new SettingException("setting 'deliveries.file': cannot read " + file);
        }
    }

    /** Reads a text that has the form of such a file. */
    public static PlanMap parse(String name, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(20);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(text);
            if (root instanceof Map<?, ?> map) {
                return new PlanMap(name, map);
            }
        } catch (YAMLException malformed) {
            throw new SettingException(name + " is no YAML: " + malformed.getMessage());
        }
        throw new SettingException(name + " must be a map with 'sinks' or 'publish'");
    }
}
