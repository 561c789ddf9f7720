package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.text.PlainYaml;
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

/** Reads actors from YAML files whose form {@code actors/README.md} describes. Names the entry that it cannot read. */
public final class ActorFiles {

    private static final Set<String> KEYS =
            Set.of("id", "name", "type", "country", "parent", "aliases", "exact", "any-case", "scoped", "types");

    private ActorFiles() {}

    /** All actors of the built-in files. */
    static List<Actor> builtIn() {
        var actors = new ArrayList<Actor>();
        for (var name : Resources.lines("actors/files.txt")) {
            try (var stream = ActorFiles.class.getClassLoader().getResourceAsStream("actors/" + name)) {
                if (stream == null) {
                    throw new IllegalStateException("actors/files.txt names " + name + ", which is not there");
                }
                read(name, stream).forEach(actor -> actors.add(actor.spelledOut()));
            } catch (IOException e) {
                throw new UncheckedIOException("actors/" + name + " cannot be read", e);
            }
        }
        return List.copyOf(actors);
    }

    private static List<ListedActor> read(String file, InputStream stream) {
        return read(file, map(PlainYaml.reader().load(stream), file));
    }

    /**
     * The actors of a file.
     *
     * @param file its name, for messages
     * @param top what its YAML says, every scalar as text
     * @throws IllegalArgumentException for an entry that is none
     */
    public static List<ListedActor> read(String file, Map<String, Object> top) {
        var usual = text(top, "type");
        var actors = new ArrayList<ListedActor>();
        for (var entry : list(top.get("actors"))) {
            actors.add(actor(map(entry, file), usual, file));
        }
        return actors;
    }

    private static ListedActor actor(Map<String, Object> entry, Optional<String> usualType, String file) {
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
            return new ListedActor(
                    id,
                    name,
                    ActorType.valueOf(type),
                    text(entry, "country"),
                    text(entry, "parent"),
                    names(entry),
                    types(entry));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IllegalArgumentException(file + ": actor " + id + ": " + e.getMessage(), e);
        }
    }

    private static List<ListedActor.Name> names(Map<String, Object> entry) {
        var names = new ArrayList<ListedActor.Name>();
        add(names, entry.get("aliases"), Optional.empty(), Scope.ALWAYS);
        add(names, entry.get("exact"), Optional.of(NameCase.EXACT), Scope.ALWAYS);
        add(names, entry.get("any-case"), Optional.of(NameCase.ANY), Scope.ALWAYS);
        for (var scoped : list(entry.get("scoped"))) {
            var row = map(scoped, "scoped");
            add(names, row.get("aliases"), Optional.empty(), scope(row));
        }
        return names;
    }

    private static void add(List<ListedActor.Name> names, Object list, Optional<NameCase> nameCase, Scope scope) {
        list(list).forEach(name -> names.add(new ListedActor.Name(name.toString(), nameCase, scope)));
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
