package io.missionwatch.alert.sigma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads rules from files and folders. Nothing in them makes it fail: what is no valid rule becomes a fault. */
public final class SigmaFiles {
    private final ValueLists lists;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Node> documents = new ArrayList<>();

    private SigmaFiles(ValueLists lists) {
        this.lists = lists;
    }

    /**
     * What was read.
     *
     * @param rules the valid rules, with the filters already applied
     */
    public record Reading(List<Rule> rules, List<Filter> filters, List<Fault> faults) {
        public Reading {
            rules = List.copyOf(rules);
            filters = List.copyOf(filters);
            faults = List.copyOf(faults);
        }
    }

    /** Reads files, and folders with everything in them that ends in .yml or .yaml. */
    public static Reading read(List<Path> paths, ValueLists lists) {
        var files = new SigmaFiles(lists);
        paths.forEach(files::readPath);
        return files.reading();
    }

    /** Reads the text of one file, whose name the faults carry. */
    public static Reading readText(String file, String text, ValueLists lists) {
        return readTexts(Map.of(file, text), lists);
    }

    /**
     * Reads the text of one file, and tells what is written in it too.
     *
     * @param keys the keys of each document that are told
     */
    public static Written readWritten(String file, String text, ValueLists lists, Collection<String> keys) {
        var files = new SigmaFiles(lists);
        files.readDocuments(file, text);
        var reading = files.reading();
        var documents = reading.faults().isEmpty()
                ? files.documents.stream()
                        .map(node -> SigmaTree.chosen(node, keys))
                        .toList()
                : List.<Map<String, Object>>of();
        return new Written(reading, documents);
    }

    /**
     * What was read, and what is written.
     *
     * @param documents the documents as plain maps, lists and values; none where something is at fault
     */
    public record Written(Reading reading, List<Map<String, Object>> documents) {
        public Written {
            documents = List.copyOf(documents);
        }
    }

    /** Reads the texts of several files, by name, that may refer to each other. */
    public static Reading readTexts(Map<String, String> textOfFile, ValueLists lists) {
        var files = new SigmaFiles(lists);
        textOfFile.forEach(files::readDocuments);
        return files.reading();
    }

    private Reading reading() {
        var checked = new References(rules, filters).checked();
        faults.addAll(checked.faults());
        return new Reading(checked.rules(), checked.filters(), faults);
    }

    private void readPath(Path path) {
        if (!Files.isDirectory(path)) {
            readFile(path);
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            var files = inside.filter(SigmaFiles::isYaml).sorted().toList();
            files.forEach(this::readFile);
            if (files.isEmpty()) {
                faults.add(new Fault(path.toString(), 1, "no .yml or .yaml file in this folder; expected rules"));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            faults.add(new Fault(path.toString(), 1, "folder cannot be read: " + unreadable.getMessage()));
        }
    }

    private static boolean isYaml(Path path) {
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(path);
    }

    private void readFile(Path path) {
        try {
            if (Files.size(path) > YamlText.LARGEST) {
                faults.add(new Fault(path.toString(), 1, "file is larger than 4 MiB; expected rules"));
                return;
            }
            var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            readDocuments(
                    path.toString(),
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException otherEncoding) {
            faults.add(new Fault(path.toString(), 1, "file is not UTF-8; expected that encoding"));
        } catch (IOException unreadable) {
            faults.add(new Fault(path.toString(), 1, "file cannot be read: " + unreadable.getMessage()));
        }
    }

    private void readDocuments(String file, String text) {
        var parser = new DocumentParser(file, lists);
        int before = faults.size();
        tellOf(file, () -> YamlText.read(text, node -> readDocument(file, parser, node)));
        rules.addAll(parser.rules());
        filters.addAll(parser.filters());
        if (faults.size() == before
                && parser.rules().isEmpty()
                && parser.filters().isEmpty()) {
            faults.add(new Fault(file, 1, "file is empty; expected a rule"));
        }
    }

    private void readDocument(String file, DocumentParser parser, Node node) {
        documents.add(node);
        tellOf(file, () -> parser.read(node));
    }

    private void tellOf(String file, Runnable reading) {
        try {
            reading.run();
        } catch (SigmaException refused) {
            refused.parts().forEach(part -> faults.add(new Fault(file, part.line(), part.getMessage())));
        }
    }
}
