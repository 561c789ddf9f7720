package io.missionwatch.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many feeds on one machine, each of a few items with their whole, long text. A reader that sends back its ETag is told in nine
 * of ten cases that nothing has changed; else there is one item that it has not seen.
 */
final class FeedServer implements AutoCloseable {

    private static final int ITEMS = 5;
    private static final int FEEDS_PER_HOST = 4;
    private static final double CHANGED = 0.1;
    private static final String TEXT =
            "The council of the harbour town said that the bridge will be closed to lorries until the spring. "
                    .repeat(60);

    final LongAdder changed = new LongAdder();
    final LongAdder unchanged = new LongAdder();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    private FeedServer(HttpServer server) {
        this.server = server;
    }

    static FeedServer start() throws IOException {
        var feeds = new FeedServer(HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1000));
        feeds.server.createContext("/", feeds::answer);
        feeds.server.setExecutor(feeds.threads);
        feeds.server.start();
        return feeds;
    }

    /** The address of a feed; a loopback address stands for every few of them. */
    String address(int feed) {
        int host = feed / FEEDS_PER_HOST;
        return "http://127.1.%d.%d:%d/%d"
                .formatted(host / 250, 1 + host % 250, server.getAddress().getPort(), feed);
    }

    /** How many answers there were. */
    long answers() {
        return changed.sum() + unchanged.sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var seen = exchange.getRequestHeaders().getFirst("If-None-Match");
            if (seen != null && ThreadLocalRandom.current().nextDouble() >= CHANGED) {
                unchanged.increment();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            changed.increment();
            int version = seen == null ? 0 : Integer.parseInt(seen.replace("\"", "")) + 1;
            var body = document(exchange.getRequestURI().getPath(), version).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"" + version + "\"");
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String document(String path, int version) {
        return IntStream.range(version, version + ITEMS)
                .mapToObj(item ->
                        "<item><link>http://news.example%s/%d</link><title>Bridge %d</title><description>%d %s</description></item>"
                                .formatted(path, item, item, item, TEXT))
                .collect(Collectors.joining("", "<rss version='2.0'><channel><title>T</title>", "</channel></rss>"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
