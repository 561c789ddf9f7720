package io.missionwatch.runtime.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import io.missionwatch.runtime.settings.Settings.Given;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where settings come from: a file in HOCON, JSON or properties form ({@code --config FILE}), environment variables that
 * start with {@code MISSIONWATCH_}, and the command line ({@code --name=value}). The later wins.
 */
public final class SettingSources {

    /** What the schema-registry client and the serdes read, by Confluent's names. */
    public static final Set<String> OF_THE_REGISTRY = Set.of(
            "schema.registry.",
            "basic.auth.",
            "bearer.auth.",
            "auto.register.schemas",
            "use.latest.version",
            "specific.avro.reader",
            "key.subject.name.strategy",
            "value.subject.name.strategy",
            "http.connect.timeout.ms",
            "http.read.timeout.ms",
            "max.retries",
            "retries.",
            "normalize.schemas",
            "missionwatch.serde.class",
            "missionwatch.unknown.schema.confirm.ms");

    /** Names that start so are not ours: Kafka's clients and the schema-registry client read them. */
    static final Set<String> PASSED_THROUGH =
            Stream.concat(Stream.of("kafka."), OF_THE_REGISTRY.stream()).collect(Collectors.toUnmodifiableSet());

    private static final String VARIABLE_PREFIX = "MISSIONWATCH_";

    /** Variables of that prefix that are read before there are settings: by the configuration of the log and by the launcher. */
    private static final Set<String> OF_THE_PROCESS = Set.of("MISSIONWATCH_LOG_LEVEL", "MISSIONWATCH_JAVA_OPTIONS");

    private SettingSources() {}

    /**
     * Reads all sources.
     *
     * @throws SettingException when the file cannot be read, or an argument has another form
     */
    public static Settings read(
            List<String> arguments, Map<String, String> environment, Collection<Setting<?>> declared) {
        var fromCommandLine = commandLine(arguments);
        var given = new HashMap<String, Given>();
        var file = fromCommandLine.remove("config");
        if (file != null) {
            given.putAll(file(new File(file.text())));
        }
        given.putAll(variables(environment, declared));
        given.putAll(fromCommandLine);
        return Settings.of(given, declared, PASSED_THROUGH);
    }

    private static Map<String, Given> file(File file) {
        if (!file.canRead()) {
            throw new SettingException("cannot read the settings file " + file);
        }
        try {
            var parsed = ConfigFactory.parseFile(file).resolve();
            return parsed.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> String.join(".", ConfigUtil.splitPath(entry.getKey())),
                            entry -> new Given(
                                    entry.getValue().valueType() == ConfigValueType.LIST
                                            ? joined(entry.getValue().unwrapped())
                                            : String.valueOf(entry.getValue().unwrapped()),
                                    file + ":" + entry.getValue().origin().lineNumber())));
        } catch (ConfigException malformed) {
            throw new SettingException("cannot read the settings file: " + malformed.getMessage());
        }
    }

    private static String joined(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Map<String, Given> variables(Map<String, String> environment, Collection<Setting<?>> declared) {
        var byVariable = new HashMap<String, String>();
        declared.forEach(setting -> byVariable.put(variable(setting.name()), setting.name()));
        var given = new HashMap<String, Given>();
        environment.forEach((variable, text) -> {
            if (variable.startsWith(VARIABLE_PREFIX) && !OF_THE_PROCESS.contains(variable)) {
                var name = byVariable.getOrDefault(variable, nameOf(variable));
                given.put(name, new Given(text, "environment variable " + variable));
            }
        });
        return given;
    }

    /** The environment variable of a setting: {@code admin.port} is {@code MISSIONWATCH_ADMIN_PORT}. */
    static String variable(String name) {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String nameOf(String variable) {
        return variable.substring(VARIABLE_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }

    private static Map<String, Given> commandLine(List<String> arguments) {
        var given = new HashMap<String, Given>();
        var rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            var argument = rest.remove(0);
            if (!argument.startsWith("--")) {
                throw new SettingException("expected --name=value, found '" + argument + "'");
            }
            var equals = argument.indexOf('=');
            if (equals > 0) {
                given.put(argument.substring(2, equals), new Given(argument.substring(equals + 1), "command line"));
            } else if (!rest.isEmpty()) {
                given.put(argument.substring(2), new Given(rest.remove(0), "command line"));
            } else {
                throw new SettingException(
                        "setting '" + argument.substring(2) + "' has no value; write " + argument + "=value");
            }
        }
        return given;
    }
}
