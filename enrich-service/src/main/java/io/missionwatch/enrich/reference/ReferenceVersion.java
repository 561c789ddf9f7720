package io.missionwatch.enrich.reference;

import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.actors.Scope;
import io.missionwatch.enrich.places.PlaceAddition;
import io.missionwatch.enrich.text.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** Hashes of reference data: the same content has the same version in every instance and after every start. */
final class ReferenceVersion {

    private static final int DIGITS = 12;
    private static final String PLACES = "io/missionwatch/enrich/places/";
    private static final List<String> TABLES = List.of(
            "actors/files.txt",
            "actors/offices.txt",
            "actors/spellings.txt",
            "actors/not-actors.txt",
            PLACES + "places.tsv.gz",
            PLACES + "overlay.tsv",
            PLACES + "names.tsv",
            PLACES + "countries.tsv");

    private ReferenceVersion() {}

    /** Of the data on the class path. */
    static String builtIn() {
        var digest = sha256();
        var files = new ArrayList<>(TABLES);
        Resources.lines("actors/files.txt").forEach(file -> files.add("actors/" + file));
        files.forEach(file -> digest.update(bytes(file)));
        return shown(digest);
    }

    /** Of what was added, whatever its order. */
    static String of(Collection<ListedActor> actors, Collection<PlaceAddition> places) {
        var lines = new TreeSet<String>();
        actors.forEach(actor -> lines.add(line(actor)));
        places.forEach(place -> lines.add(place.toString()));
        var digest = sha256();
        lines.forEach(line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
        return shown(digest);
    }

    /** Sets are written in order, for they have none of their own. */
    private static String line(ListedActor actor) {
        var line = new StringBuilder(
                "%s %s %s %s %s".formatted(actor.id(), actor.name(), actor.type(), actor.country(), actor.parent()));
        actor.names()
                .forEach(name -> line.append('|')
                        .append(name.text())
                        .append(name.nameCase())
                        .append(line(name.scope())));
        actor.types().forEach(change -> line.append('|').append(change.type()).append(line(change.scope())));
        return line.toString();
    }

    private static String line(Scope scope) {
        return new TreeSet<>(scope.countries()) + " " + scope.from() + " " + scope.until();
    }

    private static byte[] bytes(String resource) {
        try (var stream = ReferenceVersion.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("No resource " + resource + " on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + resource + " cannot be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String shown(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
