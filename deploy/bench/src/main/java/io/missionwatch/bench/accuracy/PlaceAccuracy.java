package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.places.Gazetteer;
import io.missionwatch.enrich.places.PlaceTagger;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints how well places are found and resolved on the labelled corpora of a folder; skips those that are not there. */
public final class PlaceAccuracy {
    private static final List<String> CORPORA = List.of("LGL", "GeoVirus");

    private PlaceAccuracy() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/eval/places");
        var gazetteer = Gazetteer.load();
        var tagger = new PlaceTagger(gazetteer);
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("corpus    names  ceiling  precision  recall  F1     within 161 km");
        for (var name : CORPORA) {
            if (Files.isDirectory(folder.resolve(name))) {
                report(PlaceCorpus.read(folder, name), gazetteer, tagger, out);
            }
        }
    }

    private static void report(PlaceCorpus corpus, Gazetteer gazetteer, PlaceTagger tagger, PrintStream out) {
        var found = corpus.texts().stream().map(text -> toponyms(tagger, text)).toList();
        var score = PlaceScore.of(corpus.gold(), found);
        out.printf(
                Locale.ROOT,
                "%-9s %5d  %.3f    %.3f      %.3f   %.3f  %.3f%n",
                corpus.name(),
                corpus.gold().stream().mapToInt(List::size).sum(),
                PlaceCeiling.of(corpus, gazetteer),
                score.precision(),
                score.recall(),
                score.f1(),
                score.near());
    }

    static List<Toponym> toponyms(PlaceTagger tagger, String text) {
        return tagger.tagsIn(text).stream()
                .flatMap(tag -> tag.mentions().stream()
                        .map(mention -> new Toponym(
                                mention.text(),
                                tag.place().latitude(),
                                tag.place().longitude(),
                                mention.start(),
                                mention.end())))
                .toList();
    }
}
