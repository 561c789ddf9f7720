package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.text.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads actors from YAML files whose form {@code actors/README.md} describes. Names the entry that it cannot read. */
final class ActorFiles {

    private static final Set<String> KEYS =
            Set.of("id", "name", "type", "country", "parent", "aliases", "exact", "any-case", "scoped", "types");

    private final Spellings spellings;

    ActorFiles(Spellings spellings) {
        this.spellings = spellings;
    }

    /** All actors of the built-in files. */
    static List<Actor> builtIn() {
        var files = new ActorFiles(new Spellings(spellingGroups()));
        var actors = new ArrayList<Actor>();
        for (var name : Resources.lines("actors/files.txt")) {
            try (var stream = ActorFiles.class.getClassLoader().getResourceAsStream("actors/" + name)) {
                if (stream == null) {
                    throw new IllegalStateException("actors/files.txt names " + name + ", which is not there");
                }
                actors.addAll(files.read(name, stream));
            } catch (IOException e) {
                throw new UncheckedIOException("actors/" + name + " cannot be read", e);
            }
        }
        return List.copyOf(actors);
    }

    static List<List<String>> spellingGroups() {
        return Resources.lines("actors/spellings.txt").stream()
                .map(line -> List.of(line.split("\\s*\\|\\s*")))
                .toList();
    }

    List<Actor> read(String file, InputStream stream) {
        Object root = plainYaml().load(stream);
        var top = map(root, file);
        var usual = text(top, "type");
        var actors = new ArrayList<Actor>();
        for (var entry : list(top.get("actors"))) {
            actors.add(actor(map(entry, file), usual, file));
        }
        return actors;
    }

    /** Every scalar is text: a day is no timestamp, and Norway's NO is not false. */
    private static Yaml plainYaml() {
        var loading = new LoaderOptions();
        var dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new PlainResolver());
    }

    private static final class PlainResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<");
        }
    }

    private Actor actor(Map<String, Object> entry, Optional<String> usualType, String file) {
        var id = text(entry, "id").orElseThrow(() -> new IllegalArgumentException(file + ": an actor without an id"));
        try {
            for (var key : entry.keySet()) {
                if (!KEYS.contains(key)) {
                    throw new IllegalArgumentException("unknown key " + key);
                }
            }
            var name = text(entry, "name").orElseThrow(() -> new IllegalArgumentException("no name"));
            var type =
                    text(entry, "type").or(() -> usualType).orElseThrow(() -> new IllegalArgumentException("no type"));
            return new Actor(
                    id,
                    name,
                    ActorType.valueOf(type),
                    text(entry, "country"),
                    text(entry, "parent"),
                    aliases(name, entry),
                    types(entry));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IllegalArgumentException(file + ": actor " + id + ": " + e.getMessage(), e);
        }
    }

    private List<Alias> aliases(String name, Map<String, Object> entry) {
        var aliases = new ArrayList<Alias>();
        if (isWritten(name)) {
            addSpellings(aliases, name, Scope.ALWAYS);
        }
        list(entry.get("aliases")).forEach(alias -> addSpellings(aliases, alias.toString(), Scope.ALWAYS));
        list(entry.get("exact")).forEach(a -> aliases.add(new Alias(a.toString(), NameCase.EXACT, Scope.ALWAYS)));
        list(entry.get("any-case")).forEach(a -> aliases.add(new Alias(a.toString(), NameCase.ANY, Scope.ALWAYS)));
        for (var scoped : list(entry.get("scoped"))) {
            var row = map(scoped, "scoped");
            var scope = scope(row);
            list(row.get("aliases")).forEach(alias -> addSpellings(aliases, alias.toString(), scope));
        }
        return aliases;
    }

    /** A name that brackets or a list tell from others is for readers; texts do not write it so. */
    private static boolean isWritten(String name) {
        return name.chars().noneMatch(c -> "(/,".indexOf(c) >= 0);
    }

    private void addSpellings(List<Alias> aliases, String name, Scope scope) {
        spellings.of(name).forEach(spelling -> aliases.add(Alias.of(spelling, scope)));
    }

    private static List<Actor.TypeChange> types(Map<String, Object> entry) {
        return list(entry.get("types")).stream()
                .map(row -> map(row, "types"))
                .map(row ->
                        new Actor.TypeChange(ActorType.valueOf(text(row, "type").orElseThrow()), scope(row)))
                .toList();
    }

    private static Scope scope(Map<String, Object> row) {
        var countries = list(row.get("in")).stream().map(Object::toString).toList();
        return new Scope(Set.copyOf(countries), day(row, "from"), day(row, "until"));
    }

    private static Optional<LocalDate> day(Map<String, Object> row, String key) {
        return text(row, key).map(LocalDate::parse);
    }

    private static Optional<String> text(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key)).map(Object::toString);
    }

    private static List<?> list(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(where + ": expected a map");
    }
}
