package io.missionwatch.enrich.reference;

import io.missionwatch.enrich.actors.Actor;
import io.missionwatch.enrich.actors.ActorLexicon;
import io.missionwatch.enrich.actors.LexiconCheck;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.Gazetteer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what is wrong with actors and places: ids that stand twice, names that no text can match or that two actors claim
 * for the same texts, parents, countries and divisions that are not there; and with the tables and word lists beside them.
 */
public final class ReferenceCheck {

    private final Gazetteer gazetteer;
    private final Countries countries;
    private final List<Actor> builtIn;

    private ReferenceCheck(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.countries = gazetteer.countries();
        this.builtIn = ActorLexicon.builtIn(countries);
    }

    /** A check against what comes with the service. */
    public static ReferenceCheck load() {
        return new ReferenceCheck(Gazetteer.load());
    }

    /** The faults of the built-in actors, tables and word lists, one sentence each; empty if there are none. */
    public List<String> builtIn() {
        var faults = new ArrayList<>(LexiconCheck.faults(builtIn, countries));
        faults.addAll(TableCheck.faults());
        return List.copyOf(faults);
    }

    /**
     * The faults of files, one line each: {@code file:line: reason}; empty if there are none.
     *
     * @param paths files, or directories of {@code .yaml} files
     */
    public List<String> files(List<Path> paths) throws IOException {
        var faults = new ArrayList<String>();
        var files = new ArrayList<ReferenceFile>();
        for (var path : filesOf(paths)) {
            try {
                files.add(ReferenceFile.read(path));
            } catch (ReferenceFault fault) {
                faults.add(fault.getMessage());
            }
        }
        files.forEach(file -> faults.addAll(entries(file)));
        if (faults.isEmpty()) {
            faults.addAll(together(files));
        }
        return List.copyOf(faults);
    }

    private static List<Path> filesOf(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                try (var inside = Files.walk(path)) {
                    inside.filter(file -> file.toString().matches(".*\\.ya?ml"))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private List<String> entries(ReferenceFile file) {
        var faults = new ArrayList<String>();
        for (var actor : file.actors()) {
            check(file, actor.id(), () -> actor.check(countries), faults);
        }
        for (var place : file.places()) {
            check(file, place.id(), () -> gazetteer.check(place), faults);
        }
        return faults;
    }

    private static void check(ReferenceFile file, String id, Runnable checking, List<String> faults) {
        try {
            checking.run();
        } catch (IllegalArgumentException wrong) {
            faults.add(at(file, id, wrong.getMessage()));
        }
    }

    /** What is wrong with the built-in actors and those of the files once they stand together, and was not before. */
    private List<String> together(List<ReferenceFile> files) {
        var faults = new ArrayList<>(twice(files));
        Map<String, Actor> all = new LinkedHashMap<>();
        builtIn.forEach(actor -> all.put(actor.id(), actor));
        files.forEach(file -> file.actors().forEach(actor -> all.put(actor.id(), actor.spelledOut())));
        var known = Set.copyOf(LexiconCheck.faults(builtIn, countries));
        for (var fault : LexiconCheck.faults(List.copyOf(all.values()), countries)) {
            if (!known.contains(fault)) {
                faults.add(locate(files, fault));
            }
        }
        return faults;
    }

    private static Collection<String> twice(List<ReferenceFile> files) {
        var faults = new ArrayList<String>();
        var seen = new LinkedHashSet<String>();
        for (var file : files) {
            for (var actor : file.actors()) {
                if (!seen.add("actor " + actor.id())) {
                    faults.add(at(file, actor.id(), "actor " + actor.id() + " stands twice"));
                }
            }
            for (var place : file.places()) {
                if (!seen.add("place " + place.id())) {
                    faults.add(at(file, place.id(), "place " + place.id() + " stands twice"));
                }
            }
        }
        return faults;
    }

    private static String locate(List<ReferenceFile> files, String fault) {
        for (var file : files) {
            for (var actor : file.actors()) {
                if (fault.matches("(?s).*\\b\\Q" + actor.id() + "\\E[ .].*")) {
                    return at(file, actor.id(), fault);
                }
            }
        }
        return fault;
    }

    private static String at(ReferenceFile file, String id, String reason) {
        return file.name() + ':' + file.lines().getOrDefault(id, 1) + ": " + reason;
    }
}
