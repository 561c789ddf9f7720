package io.missionwatch.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What ingest used while it was watched.
 *
 * @param time how long
 * @param cpu processor time
 * @param resident the most resident memory, bytes
 * @param lateness the highest 99th percentile of how late polls began, seconds
 * @param polls answers of the server
 * @param unchanged of them 304
 */
record Load(Duration time, Duration cpu, long resident, double lateness, long polls, long unchanged) {

    private static final String LATENESS = "ingest_poll_lateness_seconds{quantile=\"0.99\"";
    private static final Duration LOOK = Duration.ofSeconds(5);

    static Load measure(ServiceProcess ingest, FeedServer server, Duration window)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        var cpu = ingest.process().cpu();
        long polls = server.answers();
        long unchanged = server.unchanged.sum();
        long resident = 0;
        var lateness = OptionalDouble.empty();
        while (System.nanoTime() - start < window.toNanos()) {
            Thread.sleep(LOOK.toMillis());
            resident = Math.max(resident, ingest.process().resident());
            var now = ingest.metric(LATENESS);
            if (now.isPresent()) {
                lateness = OptionalDouble.of(Math.max(lateness.orElse(0), now.getAsDouble()));
            }
        }
        return new Load(
                Duration.ofNanos(System.nanoTime() - start),
                ingest.process().cpu().minus(cpu),
                resident,
                lateness.orElseThrow(() -> new IllegalStateException("ingest told no " + LATENESS)),
                server.answers() - polls,
                server.unchanged.sum() - unchanged);
    }

    double share() {
        return cpu.toNanos() / (double) time.toNanos();
    }

    double pollsPerSecond() {
        return polls / (time.toNanos() / 1e9);
    }
}
