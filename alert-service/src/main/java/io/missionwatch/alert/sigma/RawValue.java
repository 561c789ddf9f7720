package io.missionwatch.alert.sigma;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value as it is written in a rule, with the type that YAML gives it. */
record RawValue(Kind kind, String text, Optional<BigDecimal> number, int line) {
    /** The types that Sigma tells apart. */
    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        NULL
    }

    private static final Pattern BASED = Pattern.compile("([-+]?)0([xob])([0-9a-fA-F]+)");

    static RawValue of(Node node, String what) {
        if (!(node instanceof ScalarNode scalar)) {
            throw new SigmaException(node, what + ": expected a plain value, found " + YamlMap.kindOf(node));
        }
        var text = scalar.getValue();
        int line = YamlMap.lineOf(node);
        if (Tag.NULL.equals(node.getTag())) {
            return new RawValue(Kind.NULL, "", Optional.empty(), line);
        }
        var number = isNumber(node) ? numberIn(text) : Optional.<BigDecimal>empty();
        if (number.isPresent()) {
            return new RawValue(Kind.NUMBER, text, number, line);
        }
        boolean flag =
                Tag.BOOL.equals(node.getTag()) && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
        return new RawValue(flag ? Kind.FLAG : Kind.TEXT, text, Optional.empty(), line);
    }

    private static boolean isNumber(Node node) {
        return Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag());
    }

    private static Optional<BigDecimal> numberIn(String text) {
        var based = BASED.matcher(text);
        if (!based.matches()) {
            return Scalar.numberIn(text.replace("_", ""));
        }
        int radix =
                switch (based.group(2)) {
                    case "x" -> 16;
                    case "o" -> 8;
                    default -> 2;
                };
        try {
            return Optional.of(new BigDecimal(new BigInteger(based.group(1) + based.group(3), radix)));
        } catch (NumberFormatException otherDigits) {
            return Optional.empty();
        }
    }

    RawValue withText(String changed) {
        return new RawValue(kind, changed, number, line);
    }

    /** The value as a number, also where it is quoted. */
    Optional<BigDecimal> asNumber() {
        return kind == Kind.TEXT ? Scalar.numberIn(text) : number;
    }
}
