package io.missionwatch.bench.stream;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;

/**
 * Prints one table: what clients of the alert stream get, and how soon, on an embedded broker in this process. The first
 * row is many clients at a steady rate; the second a burst. In both there is one more client that never reads.
 *
 * <p>Arguments: clients (1000), alerts a second (10), seconds (30).
 */
public final class StreamBench {

    private static final int BURST_CLIENTS = 50;
    private static final int BURST_RATE = 200;
    private static final int BURST_SECONDS = 20;
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);

    private StreamBench() {}

    /** Runs both rows. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int clients = argument(arguments, 0, 1000);
        int rate = argument(arguments, 1, 10);
        int seconds = argument(arguments, 2, 30);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println("| run | clients | alerts/s | sent | received by each | lost | p50 ms | p99 ms | slow client |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        try (var house = StreamHouse.open(Files.createTempDirectory("stream-bench"))) {
            out.println(row(house, "steady", clients, rate, seconds));
            out.println(row(house, "burst", BURST_CLIENTS, BURST_RATE, BURST_SECONDS));
        }
        Runtime.getRuntime().halt(0);
    }

    private static String row(StreamHouse house, String name, int clients, int rate, int seconds)
            throws IOException, InterruptedException {
        try (var crowd = Crowd.connect(house.port(), clients);
                var slow = SlowClient.connect(house.port())) {
            int sent = rate * seconds;
            house.raise(sent, rate);
            crowd.awaitEach(sent, ARRIVES_WITHIN);
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d to %d | %d | %.0f | %.0f | %s |",
                    name,
                    clients,
                    rate,
                    sent,
                    crowd.least(),
                    crowd.most(),
                    (long) sent * clients - crowd.received(),
                    crowd.latency(0.5),
                    crowd.latency(0.99),
                    slow.outcome(sent));
        }
    }

    private static int argument(String[] arguments, int index, int standard) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
    }
}
