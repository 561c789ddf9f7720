package io.missionwatch.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Texts with the place names that people marked in them, in the layout of the EUPEG corpora: a folder of numbered files and
 * beside it a file with one line a text, names parted by two bars, their fields by two commas.
 */
record PlaceCorpus(String name, List<String> texts, List<List<Toponym>> gold) {
    private static final int FIELDS = 6;

    PlaceCorpus {
        texts = List.copyOf(texts);
        gold = List.copyOf(gold);
        if (texts.size() != gold.size()) {
            throw new IllegalArgumentException(name + " has " + texts.size() + " texts and " + gold.size() + " lines");
        }
    }

    static PlaceCorpus read(Path folder, String name) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.list(folder.resolve(name))) {
            var inOrder = files.sorted(Comparator.comparingInt(
                            file -> Integer.parseInt(file.getFileName().toString())))
                    .toList();
            for (var file : inOrder) {
                texts.add(Files.readString(file));
            }
        }
        var gold = Files.readAllLines(folder.resolve(name + "_gold.txt")).stream()
                .map(PlaceCorpus::toponyms)
                .toList();
        return new PlaceCorpus(name, texts, gold);
    }

    private static List<Toponym> toponyms(String line) {
        return Arrays.stream(line.split("\\|\\|"))
                .map(entry -> entry.split(",,", -1))
                .filter(fields -> fields.length >= FIELDS && !fields[2].isEmpty() && !fields[2].equals("null"))
                .map(fields -> new Toponym(
                        fields[1],
                        Double.parseDouble(fields[2]),
                        Double.parseDouble(fields[3]),
                        Integer.parseInt(fields[4]),
                        Integer.parseInt(fields[5])))
                .toList();
    }
}
