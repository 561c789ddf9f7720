package io.missionwatch.quickstart.samples;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the sample feeds and their pages on the loopback address, with conditional GETs, for as long as the demo runs. */
public final class SampleServer implements AutoCloseable {

    private static final int THREADS = 4;

    private final HttpServer http;
    private final ExecutorService threads;
    private final SampleFeeds feeds;
    private final InstantSource clock;

    private SampleServer(HttpServer http, SampleFeeds feeds, InstantSource clock) {
        this.http = http;
        this.feeds = feeds;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(THREADS, SampleServer::thread);
    }

    /**
     * Serves the samples as if the demo had begun at {@code start}; port 0 takes a free one.
     *
     * @throws IOException if the port is taken
     */
    public static SampleServer start(Samples samples, Instant start, InstantSource clock, int port) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var feeds = new SampleFeeds(samples, start, base(http));
        var server = new SampleServer(http, feeds, clock);
        http.setExecutor(server.threads);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    /** The address that every feed and page lies below. */
    public URI address() {
        return base(http);
    }

    /** The address of the outlet's feed. */
    public URI address(Outlet outlet) {
        return feeds.address(outlet);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var document = feeds.at(exchange.getRequestURI().getPath(), clock.instant());
            if (document.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            send(exchange, document.get(), method.equals("HEAD"));
        }
    }

    private static void send(HttpExchange exchange, Document document, boolean headOnly) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", document.etag());
        headers.set("Last-Modified", Channel.httpDate(document.lastModified()));
        headers.set("Cache-Control", "no-cache");
        if (isKnown(exchange.getRequestHeaders(), document)) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        headers.set("Content-Type", document.contentType());
        if (headOnly) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        var body = document.bytes();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** RFC 9110, 13.2.2: an entity tag decides; the date is asked only where there is none. */
    private static boolean isKnown(Headers request, Document document) {
        var tags = request.getFirst("If-None-Match");
        if (tags != null) {
            return Arrays.stream(tags.split(","))
                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                    .anyMatch(tag -> tag.equals("*") || tag.equals(document.etag()));
        }
        var since = request.getFirst("If-Modified-Since");
        return since != null && !document.lastModified().isAfter(parse(since));
    }

    private static Instant parse(String date) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        } catch (DateTimeException e) {
            // RFC 9110, 13.1.3: a date that is none is ignored.
            return Instant.MIN;
        }
    }

    private static URI base(HttpServer http) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "sample-server");
        thread.setDaemon(true);
        return thread;
    }
}
