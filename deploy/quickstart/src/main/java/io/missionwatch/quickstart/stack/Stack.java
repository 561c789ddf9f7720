package io.missionwatch.quickstart.stack;

import io.missionwatch.alert.AlertConfig;
import io.missionwatch.alert.AlertService;
import io.missionwatch.enrich.EnrichConfig;
import io.missionwatch.enrich.EnrichService;
import io.missionwatch.ingest.IngestConfig;
import io.missionwatch.ingest.IngestService;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The three services in one process, on one backbone: started as their own mains start them. */
public final class Stack implements AutoCloseable {

    private final Map<String, ServiceHost> services = new ConcurrentHashMap<>();

    private Stack() {}

    /**
     * Starts the services, all at once.
     *
     * @throws io.missionwatch.runtime.settings.SettingException when a port is in use or a topic does not fit
     */
    public static Stack start(StackPlan plan, Backbone backbone, Progress progress) {
        var stack = new Stack();
        var common = plan.common(backbone);
        var starting = List.of(
                stack.starting(
                        "alert service, console on http://127.0.0.1:" + plan.port(),
                        progress,
                        () -> AlertService.start(
                                AlertConfig.from(Settings.of(plan.alert(backbone), AlertConfig.declared())))),
                stack.starting(
                        "enrich service",
                        progress,
                        () -> EnrichService.start(EnrichConfig.from(Settings.of(common, EnrichConfig.declared())))),
                stack.starting(
                        "ingest service",
                        progress,
                        () -> IngestService.start(
                                IngestConfig.from(Settings.of(plan.ingest(backbone), IngestConfig.declared())))));
        try {
            CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
            return stack;
        } catch (CompletionException failure) {
            stack.close();
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    private CompletableFuture<Void> starting(String name, Progress progress, Supplier<ServiceHost> start) {
        var watch = new Stopwatch();
        return CompletableFuture.runAsync(
                () -> {
                    services.put(name, start.get());
                    progress.isUp(name, watch.lap());
                },
                task -> new Thread(task, "start").start());
    }

    /** Whether every part of every service does its work. */
    public boolean isReady() {
        return services.values().stream().allMatch(service -> service.health().isReady());
    }

    /** What failed, if a service will not do its work any more. */
    public Optional<String> failure() {
        return services.entrySet().stream()
                .flatMap(service -> service.getValue().health().states().entrySet().stream()
                        .filter(part -> part.getValue() instanceof PartState.Failed)
                        .map(part -> service.getKey() + ", part " + part.getKey() + ": "
                                + ((PartState.Failed) part.getValue()).reason()))
                .findFirst();
    }

    /** Stops all services at once, which takes as long as the slowest of them. */
    @Override
    public void close() {
        List<CompletableFuture<Void>> closing = new ArrayList<>();
        services.values().forEach(service -> closing.add(CompletableFuture.runAsync(service::close)));
        CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, StackPlan.closesWithin().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
