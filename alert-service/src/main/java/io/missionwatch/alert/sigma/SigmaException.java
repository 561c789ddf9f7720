package io.missionwatch.alert.sigma;

import org.yaml.snakeyaml.nodes.Node;

/** Text that is no valid rule; caught where a file is read and turned into a {@link Fault}. */
final class SigmaException extends RuntimeException {
    private final int line;

    SigmaException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    SigmaException(Node at, String reason) {
        this(YamlMap.lineOf(at), reason);
    }

    int line() {
        return line;
    }
}
