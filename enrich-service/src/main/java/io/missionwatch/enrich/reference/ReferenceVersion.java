package io.missionwatch.enrich.reference;

import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.actors.Scope;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.PlaceAddition;
import io.missionwatch.enrich.text.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Hashes of reference data: the same content has the same version in every instance and after every start. */
final class ReferenceVersion {

    private static final int DIGITS = 12;
    private static final String PLACES = "io/missionwatch/enrich/places/";
    /** Every table and word list whose entries decide what is tagged. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "actors/",
            List.of(
                    "arabic-prefixes.tsv",
                    "files.txt",
                    "offices.txt",
                    "spellings.txt",
                    "not-actors.txt",
                    "common-words.txt",
                    "group-adjectives.txt",
                    "extremist-causes.txt",
                    "extremist-nouns.txt",
                    "extremist-sides.txt",
                    "group-cues.txt",
                    "group-heads.txt",
                    "group-keywords.txt",
                    "group-nouns.txt",
                    "name-links.txt",
                    "name-openers.txt",
                    "not-collectives.txt",
                    "not-groups.txt",
                    "ordinals.txt",
                    "placing-words.txt",
                    "russian-cases.tsv",
                    "state-verbs.txt",
                    "state-verbs-or-nouns.txt"),
            "events/",
            List.of("languages.txt"),
            "missions/",
            List.of("languages.txt", "heads.tsv", "words.tsv", "organisations.tsv"),
            "text/",
            List.of(
                    "abbreviations-closing.txt",
                    "abbreviations-inside.txt",
                    "credits.txt",
                    "english-small-words.txt",
                    "months.txt",
                    "not-datelines.txt",
                    "not-speakers.txt",
                    "sentence-openers.txt",
                    "speech-verbs.txt"),
            PLACES,
            List.of(
                    "places.tsv.gz",
                    "overlay.tsv",
                    "names.tsv",
                    "main-names.tsv",
                    "countries.tsv",
                    "country-cues.tsv",
                    "clue-words.tsv",
                    "english-words.txt.gz",
                    "given-names.txt"));

    private static final List<String> EVENT_FILES = List.of("senses.tsv", "time.tsv", "triggers.tsv", "words.tsv");
    private static final List<String> MISSION_FILES =
            List.of("cities.tsv", "endings.tsv", "heads.tsv", "senders.tsv", "words.tsv");

    private ReferenceVersion() {}

    /** Of the data on the class path, and of the names of countries that this Java has in other languages. */
    static String builtIn(Countries countries) {
        var digest = sha256();
        resources().forEach(file -> digest.update(bytes(file)));
        localNames(countries).forEach(name -> digest.update(name.getBytes(StandardCharsets.UTF_8)));
        return shown(digest);
    }

    /** All that is read of the class path, in order. */
    static SortedSet<String> resources() {
        var files = new TreeSet<String>();
        TABLES.forEach((folder, tables) -> tables.forEach(table -> files.add(folder + table)));
        Resources.lines("actors/files.txt").forEach(file -> files.add("actors/" + file));
        languages("events/").forEach(language -> EVENT_FILES.forEach(file -> files.add("events/" + language + file)));
        languages("missions/")
                .forEach(language -> MISSION_FILES.forEach(file -> files.add("missions/" + language + file)));
        return files;
    }

    private static Stream<String> languages(String folder) {
        return Resources.lines(folder + "languages.txt").stream().map(line -> line.split(" ", -1)[0] + "/");
    }

    private static SortedSet<String> localNames(Countries countries) {
        var names = new TreeSet<String>();
        Stream.concat(
                        Countries.LANGUAGES.stream(),
                        Resources.lines("missions/languages.txt").stream().map(Locale::forLanguageTag))
                .forEach(language -> countries
                        .namesIn(language)
                        .forEach((name, country) -> names.add(language + " " + country.iso2() + " " + name + '\n')));
        return names;
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
