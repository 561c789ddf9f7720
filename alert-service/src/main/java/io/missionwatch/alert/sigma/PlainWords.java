package io.missionwatch.alert.sigma;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Tells the types of plain values as YAML does, without trying a word against the forms of numbers, dates and flags. */
final class PlainWords extends Resolver {
    private static final int LONGEST_FLAG = "false".length();

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        return kind == NodeId.scalar && value.length() > LONGEST_FLAG && isLetter(value.charAt(0))
                ? Tag.STR
                : super.resolve(kind, value, implicit);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
