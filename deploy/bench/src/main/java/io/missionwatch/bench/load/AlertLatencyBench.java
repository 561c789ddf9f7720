package io.missionwatch.bench.load;

import io.missionwatch.embedded.ClusterProcess;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Article;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Prints how long an alert is on its way: from an article handed to a producer of {@code news.articles} to the first
 * alert with it as evidence that a consumer of {@code security.alerts} may read. Broker, enrich and alert are processes of
 * their own.
 *
 * <p>On its way it goes through four transactions, each of which ends with a commit: enrich writes the event;
 * match-patterns, assign-windows and keep-book each write to the next.
 *
 * <p>It is measured twice: soon after the start, while the compiler still works on the code, and once it has done with it.
 * Either begins when all alerts of what went before are there: what that left behind is no part of it.
 *
 * <p>Arguments: articles a second (200), seconds to measure (40), seconds after which the measure is taken (150).
 */
public final class AlertLatencyBench {

    private static final int HOPS = 4;
    private static final int COMMIT_MILLIS = 30;
    private static final double MEDIAN_LIMIT = 1.5 * COMMIT_MILLIS * HOPS;
    private static final double LAST_LIMIT = 500;
    private static final long NANOS = 1_000_000_000L;
    private static final int FIRST_AFTER_SECONDS = 30;
    private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(60);
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(20);

    private final int rate;
    private final int measured;
    private final int warmUp;
    private final Path directory;

    private AlertLatencyBench(int rate, int measured, int warmUp, Path directory) {
        this.rate = rate;
        this.measured = measured;
        this.warmUp = warmUp;
        this.directory = directory;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var bench = new AlertLatencyBench(
                argument(args, 0, 200),
                argument(args, 1, 40),
                argument(args, 2, 150),
                Files.createTempDirectory("missionwatch-alert-latency"));
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(bench.run());
    }

    private static int argument(String[] args, int index, int standard) {
        return args.length > index ? Integer.parseInt(args[index]) : standard;
    }

    private String run() throws Exception {
        try (var broker = JavaProcess.start(
                List.of("-Xmx512m", "-Dlogback.configurationFile=bench-logback.xml"),
                ClusterProcess.class.getName(),
                List.of(directory.resolve("broker").toString()))) {
            var bootstrap = broker.line();
            var registry = broker.line();
            try (var enrich = service("enrich", "io.missionwatch.enrich.EnrichService", bootstrap, registry);
                    var alert = service("alert", "io.missionwatch.alert.AlertService", bootstrap, registry)) {
                for (var started : List.of(enrich, alert)) {
                    started.process().requireAlive();
                }
                return measure(bootstrap, registry, List.of(broker, enrich.process(), alert.process()));
            }
        }
    }

    private ServiceProcess service(String name, String main, String bootstrap, String registry) throws Exception {
        var settings = new ArrayList<>(List.of(
                "--kafka.bootstrap.servers=" + bootstrap,
                "--schema.registry.url=" + registry,
                "--state.dir=" + directory.resolve(name),
                "--topics.partitions=3",
                "--commit.interval=" + COMMIT_MILLIS + "ms"));
        if (name.equals("alert")) {
            settings.add("--api.port=0");
        }
        return ServiceProcess.start(main, List.of("-Xmx768m"), settings);
    }

    private String measure(String bootstrap, String registry, List<JavaProcess> processes) throws Exception {
        var given = Map.of("kafka.bootstrap.servers", bootstrap, "schema.registry.url", registry);
        var kafka = KafkaSettings.from(Settings.of(given, KafkaSettings.declared()), "bench");
        try (var serdes = new AvroSerdes(kafka.registry());
                var arrivals = AlertArrivals.start(bootstrap, serdes);
                var producer = new KafkaProducer<>(
                        kafka.forProducer(),
                        new StringSerializer(),
                        serdes.of(Article.class).serializer())) {
            int first = rate * FIRST_AFTER_SECONDS;
            int settled = Math.max(first + rate * measured, rate * warmUp);
            long[] sent = new long[settled + rate * measured];
            send(producer, sent, 0, first);
            boolean soon = haveArrived(arrivals, 0, first, CATCHES_UP_WITHIN);
            var cold = measure(producer, arrivals, sent, first);
            send(producer, sent, first + rate * measured, settled);
            if (!haveArrived(arrivals, 0, settled, CATCHES_UP_WITHIN)) {
                return "No figure: the services did not catch up with %d articles a second within %d s after the warm-up."
                        .formatted(rate, CATCHES_UP_WITHIN.toSeconds());
            }
            var before = processes.stream().map(JavaProcess::cpu).toList();
            var warm = measure(producer, arrivals, sent, settled);
            return table(soon ? cold : new double[0], warm) + costs(processes, before);
        }
    }

    /** Sends as many articles as are measured, and waits for their alerts. */
    private double[] measure(KafkaProducer<String, Article> producer, AlertArrivals arrivals, long[] sent, int from) {
        int to = from + rate * measured;
        send(producer, sent, from, to);
        haveArrived(arrivals, from, to, ARRIVES_WITHIN);
        return latencies(arrivals, sent, from, to);
    }

    /** Sends at an even pace, so that a service that lags shows as latency. */
    private void send(KafkaProducer<String, Article> producer, long[] sent, int from, int to) {
        long start = System.nanoTime();
        for (int number = from; number < to; number++) {
            while (System.nanoTime() - start < (number - from) * NANOS / rate) {
                LockSupport.parkNanos(200_000);
            }
            var article = MadeArticles.article(number);
            sent[number] = System.nanoTime();
            var unused = producer.send(
                    new ProducerRecord<>(TopicCatalogue.ARTICLES.name(), article.getArticleId(), article));
        }
        producer.flush();
    }

    private static boolean haveArrived(AlertArrivals arrivals, int from, int to, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        for (int number = from; number < to; number++) {
            while (MadeArticles.isAttack(number)
                    && arrivals.of("article-" + number).isEmpty()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
        return true;
    }

    private static double[] latencies(AlertArrivals arrivals, long[] sent, int from, int to) {
        var millis = new ArrayList<Double>();
        for (int number = from; number < to; number++) {
            long at = sent[number];
            if (MadeArticles.isAttack(number)) {
                arrivals.of("article-" + number).ifPresent(arrived -> millis.add((arrived - at) / 1e6));
            }
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private String table(double[] cold, double[] warm) {
        int expected = (rate * measured + 9) / 10;
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return """
                %d articles a second, one in ten of which raises an alert; commit interval %d ms, %d exactly-once hops:
                enrich, match-patterns, assign-windows, keep-book. Load of the machine at the end: %.1f

                | what | measured | wanted | met |
                |---|---:|---:|---|
                | p50 after %d s, ms | %.0f | | |
                | p99 after %d s, ms | %.0f | | |
                | p50, ms | %.0f | at most %.0f | %s |
                | p99, ms | %.0f | at most %.0f | %s |
                | longest, ms | %.0f | | |
                | articles without their alert | %d of %d | 0 | %s |
                """.formatted(
                        rate,
                        COMMIT_MILLIS,
                        HOPS,
                        load,
                        FIRST_AFTER_SECONDS,
                        share(cold, .5),
                        FIRST_AFTER_SECONDS,
                        share(cold, .99),
                        share(warm, .5),
                        MEDIAN_LIMIT,
                        met(share(warm, .5), MEDIAN_LIMIT),
                        share(warm, .99),
                        LAST_LIMIT,
                        met(share(warm, .99), LAST_LIMIT),
                        share(warm, 1),
                        expected - warm.length,
                        expected,
                        met(expected - warm.length, 0));
    }

    /** What each process took of one core meanwhile: where that adds up to the machine, it is the machine that waits. */
    private String costs(List<JavaProcess> processes, List<Duration> before) {
        var shares = new double[processes.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = processes.get(i).cpu().minus(before.get(i)).toMillis() / (1000.0 * measured);
        }
        return "| cores of broker, enrich, alert | %.2f, %.2f, %.2f | | |%n".formatted(shares[0], shares[1], shares[2]);
    }

    private static double share(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }

    private static String met(double measured, double limit) {
        return measured <= limit ? "yes" : "no";
    }
}
