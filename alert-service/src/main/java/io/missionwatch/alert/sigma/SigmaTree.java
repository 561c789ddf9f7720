package io.missionwatch.alert.sigma;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** A document of a valid rule file as plain maps, lists and values, for those who only compare what is written. */
final class SigmaTree {
    private SigmaTree() {}

    /** These of the keys of a document. */
    static Map<String, Object> chosen(Node node, Collection<String> keys) {
        var document = YamlMap.of(node, "a rule");
        var chosen = new LinkedHashMap<String, Object>();
        keys.stream().filter(document::has).forEach(key -> chosen.put(key, YamlTree.treeOf(document.raw(key))));
        return chosen;
    }
}
