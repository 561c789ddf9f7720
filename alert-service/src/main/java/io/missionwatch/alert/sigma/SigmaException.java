package io.missionwatch.alert.sigma;

import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Text that is no valid rule, for one reason or several; caught where a file is read and turned into {@link Fault}s. */
final class SigmaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient List<SigmaException> parts;

    SigmaException(int line, String reason) {
        super(reason);
        this.line = line;
        this.parts = List.of();
    }

    SigmaException(Node at, String reason) {
        this(YamlMap.lineOf(at), reason);
    }

    SigmaException(List<SigmaException> parts) {
        super(parts.get(0).getMessage());
        this.line = parts.get(0).line;
        this.parts = List.copyOf(parts);
    }

    /** Each reason by itself. */
    List<SigmaException> parts() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    int line() {
        return line;
    }
}
