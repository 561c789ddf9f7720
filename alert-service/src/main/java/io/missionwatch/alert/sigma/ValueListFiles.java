package io.missionwatch.alert.sigma;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads value lists from YAML files: a mapping of names to values. The mapping may stand under the key {@code vars}, where
 * processing pipelines of other Sigma tools have it.
 */
public final class ValueListFiles {
    private static final String PIPELINE_KEY = "vars";

    private ValueListFiles() {}

    /**
     * Reads files, of which a later one overrides an earlier one.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when one holds no value lists; the message says where and what was expected
     */
    public static ValueLists read(List<Path> files) throws IOException {
        var lists = ValueLists.NONE;
        for (var file : files) {
            lists = lists.and(read(file));
        }
        return lists;
    }

    private static ValueLists read(Path file) throws IOException {
        try {
            var documents = new ArrayList<Node>();
            YamlText.read(Files.readString(file), documents::add);
            if (documents.size() != 1) {
                throw new SigmaException(1, "expected one document with names and their values");
            }
            var map = YamlMap.of(documents.get(0), "value lists");
            return ValueLists.of(map.has(PIPELINE_KEY) ? map.requireMap(PIPELINE_KEY, "names and values") : map);
        } catch (SigmaException refused) {
            throw new IllegalArgumentException(file + ":" + refused.line() + ": " + refused.getMessage(), refused);
        } catch (CharacterCodingException otherEncoding) {
            throw new IllegalArgumentException(file + ":1: file is not UTF-8; expected that encoding", otherEncoding);
        }
    }
}
