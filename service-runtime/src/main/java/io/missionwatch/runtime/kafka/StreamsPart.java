package io.missionwatch.runtime.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.deadletters.DeadLetterHandler;
import io.missionwatch.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Kafka Streams application. A stream thread that dies is replaced, up to ten times in ten minutes; an error that
 * trying again cannot mend, or more deaths than that, fails the part, so that the process is replaced.
 */
public final class StreamsPart implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsPart.class);
    private static final int MOST_DEATHS = 10;
    private static final Duration DEATHS_COUNTED_FOR = Duration.ofMinutes(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(4);

    private final String name;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics meters;
    private final BoundedMemory.Shared memory;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private volatile String lastError = "stopped";

    private StreamsPart(String name, KafkaStreams streams, KafkaStreamsMetrics meters, BoundedMemory.Shared memory) {
        this.name = name;
        this.streams = streams;
        this.meters = meters;
        this.memory = memory;
    }

    /**
     * Starts an application.
     *
     * @param topology what it does
     * @param settings how it reaches Kafka
     * @param mainInput the topic whose dead-letter topic takes what failed behind an internal topic
     * @param metrics where its meters go
     */
    public static StreamsPart start(Topology topology, KafkaSettings settings, Topic mainInput, MeterRegistry metrics) {
        return start(topology, settings, mainInput, metrics, Map.of());
    }

    /** Starts an application with settings of Kafka Streams that go over the usual ones. */
    public static StreamsPart start(
            Topology topology,
            KafkaSettings settings,
            Topic mainInput,
            MeterRegistry metrics,
            Map<String, ?> overrides) {
        createDirectory(settings);
        var memory = BoundedMemory.Shared.create();
        var properties = properties(settings, mainInput, memory, overrides);
        var streams = new KafkaStreams(topology, properties);
        var meters = new KafkaStreamsMetrics(streams);
        var part = new StreamsPart(settings.applicationId(), streams, meters, memory);
        try {
            streams.setUncaughtExceptionHandler(part::answer);
            meters.bindTo(metrics);
            streams.start();
            return part;
        } catch (RuntimeException failure) {
            part.close();
            throw failure;
        }
    }

    /** The application itself, for interactive queries. */
    public KafkaStreams streams() {
        return streams;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PartState state() {
        return switch (streams.state()) {
            case RUNNING -> PartState.READY;
            case CREATED, REBALANCING -> new PartState.Waiting("partitions are being assigned or state restored");
            case PENDING_SHUTDOWN, NOT_RUNNING -> new PartState.Waiting("stopping");
            case PENDING_ERROR, ERROR -> new PartState.Failed(lastError);
        };
    }

    @Override
    public void close() {
        // Who says goodbye is not waited for until its session ends, neither by the others nor by itself after a
        // restart.
        var goodbye =
                CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
        if (!streams.close(goodbye)) {
            LOG.warn("Stream application did not stop in time application={} within={}", name, CLOSE_WITHIN);
        }
        meters.close();
        memory.close();
    }

    private static Properties properties(
            KafkaSettings settings, Topic mainInput, BoundedMemory.Shared memory, Map<String, ?> overrides) {
        var properties = settings.forStreams();
        properties.put(DeadLetterHandler.MAIN_INPUT, mainInput.name());
        properties.put(BoundedMemory.SHARED, memory);
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, settings.applicationId());
        properties.putAll(overrides);
        return properties;
    }

    private static void createDirectory(KafkaSettings settings) {
        try {
            Files.createDirectories(settings.stateDir());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot create the state directory; set state.dir to one that can be written", failure);
        }
    }

    private StreamThreadExceptionResponse answer(Throwable error) {
        lastError = String.valueOf(error.getMessage());
        LOG.error("Stream thread died application={}", name, error);
        return isBeyondRepair(error) || diedTooOften(Instant.now())
                ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean isBeyondRepair(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error
                    || cause instanceof AuthorizationException
                    || cause instanceof AuthenticationException) {
                return true;
            }
        }
        return false;
    }

    private synchronized boolean diedTooOften(Instant now) {
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(DEATHS_COUNTED_FOR))) {
            deaths.removeFirst();
        }
        return deaths.size() > MOST_DEATHS;
    }
}
