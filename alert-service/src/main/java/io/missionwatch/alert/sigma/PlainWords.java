package io.missionwatch.alert.sigma;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Tells the types of plain values as YAML does, without trying a word against the forms of numbers, dates and flags. */
final class PlainWords extends Resolver {
    private static final int LONGEST_FLAG = "false".length();
    private static final String FIRST_OF_FLAGS = "tTfFyYnNoO";

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        return kind == NodeId.scalar && isPlainWord(value) ? Tag.STR : super.resolve(kind, value, implicit);
    }

    private static boolean isPlainWord(String value) {
        return !value.isEmpty()
                && isLetter(value.charAt(0))
                && (value.length() > LONGEST_FLAG || FIRST_OF_FLAGS.indexOf(value.charAt(0)) < 0);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
