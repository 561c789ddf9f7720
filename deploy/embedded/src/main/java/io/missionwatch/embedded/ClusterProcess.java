package io.missionwatch.embedded;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A broker and a registry in a process of their own, as somebody else would run them, until its input ends. */
public final class ClusterProcess {

    private ClusterProcess() {}

    /**
     * Prints the addresses of broker and registry, each on a line, once both serve.
     *
     * @param args the directory of the broker
     * @throws IOException when its input cannot be read
     */
    public static void main(String[] args) throws IOException {
        try (var broker = EmbeddedBroker.start(Path.of(args[0]));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers())) {
            var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            out.println(broker.bootstrapServers());
            out.println(registry.url());
            while (System.in.read() >= 0) {
                // Nothing is said to it; the end of the input is its end.
            }
        }
    }
}
