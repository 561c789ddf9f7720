package io.missionwatch.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server of several sites, each at a loopback address of its own, with a feed that gets a new item at a steady pace until
 * it is told to stop, and a page behind every item. It notes who asked for which feed when.
 */
final class GrowingSite implements AutoCloseable {

    private static final String PARAGRAPH =
            "Engineers said on Tuesday that lock %d of canal %s will stay open for %d boats a day, as it was before.";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Duration pace;
    private final long started = System.nanoTime();
    private final Map<String, Map<String, Long>> lastAsked = new ConcurrentHashMap<>();
    private volatile long stopped;

    private GrowingSite(HttpServer server, Duration pace) {
        this.server = server;
        this.pace = pace;
    }

    static GrowingSite start(Duration pace) throws IOException {
        var site = new GrowingSite(HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0), pace);
        site.server.createContext("/", site::answer);
        site.server.setExecutor(site.threads);
        site.server.start();
        return site;
    }

    /** The address of the feed of a site, by the site's number. */
    String feed(int number) {
        return address(host(number)) + "/feed.xml";
    }

    private static String host(int number) {
        return "127.0.0." + (number + 2);
    }

    private String address(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    /** From now on there are no more items. */
    void stopGrowing() {
        stopped = System.nanoTime();
    }

    /** The addresses of all items that a number of sites have by now. */
    Set<String> items(int sites) {
        return IntStream.range(0, sites)
                .mapToObj(GrowingSite::host)
                .flatMap(host -> IntStream.range(0, count()).mapToObj(item -> address(host) + "/" + item))
                .collect(Collectors.toSet());
    }

    /** Who has asked for a feed since a moment of {@link System#nanoTime}. */
    Set<String> readersOf(int number, long since) {
        var readers = new HashSet<String>();
        lastAsked.getOrDefault(host(number), Map.of()).forEach((reader, at) -> {
            if (at - since > 0) {
                readers.add(reader);
            }
        });
        return readers;
    }

    private int count() {
        long until = stopped == 0 ? System.nanoTime() : stopped;
        return 1 + (int) ((until - started) / pace.toNanos());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "");
        var path = exchange.getRequestURI().getPath();
        boolean isFeed = path.equals("/feed.xml");
        if (isFeed) {
            var reader = exchange.getRequestHeaders().getFirst("User-Agent").replaceFirst(".*\\+(\\w+)\\).*", "$1");
            lastAsked.computeIfAbsent(host, each -> new ConcurrentHashMap<>()).put(reader, System.nanoTime());
        }
        var text = isFeed ? document(host) : page(host, path);
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", isFeed ? "application/rss+xml" : "text/html; charset=utf-8");
        exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String document(String host) {
        return IntStream.range(0, count())
                .mapToObj(item ->
                        "<item><link>%s/%d</link><title>Lock %d of %s</title><description>Short.</description></item>"
                                .formatted(address(host), item, item, host))
                .collect(Collectors.joining("", "<rss version='2.0'><channel><title>T</title>", "</channel></rss>"));
    }

    private static String page(String host, String path) {
        var item = Integer.parseInt("0" + path.replaceAll("\\D", ""));
        var text = List.of(1, 2, 3, 4, 5, 6).stream()
                .map(line -> "<p>" + PARAGRAPH.formatted(item, host, line * 10) + "</p>")
                .collect(Collectors.joining());
        return "<html><body><article><h1>Lock %d of %s</h1>%s</article></body></html>".formatted(item, host, text);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
