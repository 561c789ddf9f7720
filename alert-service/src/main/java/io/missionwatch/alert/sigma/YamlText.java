package io.missionwatch.alert.sigma;

import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Takes a text apart into its YAML documents; says line and reason where it is none. */
final class YamlText {
    static final int LARGEST = 4 * 1024 * 1024;

    // Making one costs more than reading a rule; it is only read from.
    private static final Resolver TYPES = new PlainWords();

    private YamlText() {}

    static void read(String text, Consumer<Node> documents) {
        try {
            var nodes = composer(text);
            while (nodes.checkNode()) {
                documents.accept(nodes.getNode());
            }
        } catch (MarkedYAMLException broken) {
            var mark = markOf(broken);
            throw new SigmaException(
                    mark.map(at -> at.getLine() + 1).orElse(1),
                    "no valid YAML: " + oneLine(broken.getProblem())
                            + mark.map(at -> " at column " + (at.getColumn() + 1))
                                    .orElse(""));
        } catch (ReaderException unreadable) {
            throw new SigmaException(
                    lineAt(text, unreadable.getPosition()), "no valid YAML: " + oneLine(unreadable.getMessage()));
        } catch (YAMLException | StackOverflowError broken) {
            throw new SigmaException(1, "no valid YAML: " + oneLine(broken.getMessage()));
        }
    }

    private static Composer composer(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(50);
        return new Composer(
                new ParserImpl(new StreamReader(text.startsWith("\ufeff") ? text.substring(1) : text), options),
                TYPES,
                options);
    }

    private static Optional<Mark> markOf(MarkedYAMLException broken) {
        return Optional.ofNullable(broken.getProblemMark()).or(() -> Optional.ofNullable(broken.getContextMark()));
    }

    private static int lineAt(String text, int position) {
        var head = text.substring(0, Math.max(0, Math.min(position, text.length())));
        return (int) head.chars().filter(c -> c == '\n').count() + 1;
    }

    private static String oneLine(String message) {
        return message == null ? "nested too deep" : message.strip().split("\\R", 2)[0];
    }
}
