package io.missionwatch.ingest.web;

import io.missionwatch.ingest.markup.Packed;
import io.missionwatch.ingest.web.WebAnswer.Failed;
import io.missionwatch.ingest.web.WebAnswer.Problem;
import io.missionwatch.runtime.addresses.AddressRule;
import io.missionwatch.runtime.addresses.Reach;
import io.missionwatch.runtime.web.CheckedNames;
import io.missionwatch.runtime.web.ForbiddenAddressException;
import io.missionwatch.runtime.web.RetryAfter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Reads documents from the web as if every server meant harm: checked addresses on every hop, and limits on hops, bytes
 * and time. Used by many threads.
 */
public final class WebClient implements AutoCloseable {

    private static final Duration POSTED_WITHIN = Duration.ofSeconds(10);

    private final WebSettings settings;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "web-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /** A client that asks the system for addresses. */
    public WebClient(WebSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    WebClient(WebSettings settings, DnsResolver names) {
        this.settings = settings;
        var dns = new CheckedNames(rule(settings), names);
        this.http = HttpClients.custom()
                .setConnectionManager(connections(settings, dns))
                .setUserAgent(settings.userAgent())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.answerTimeout()))
                        .setConnectionRequestTimeout(Timeout.of(settings.deadline()))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(WebSettings settings, DnsResolver dns) {
        var lines = Http1Config.custom()
                .setMaxHeaderCount(200)
                .setMaxLineLength(16 * 1024)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(lines)
                        .build())
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connectionsPerHost())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(settings.answerTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.answerTimeout()))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
    }

    private static AddressRule rule(WebSettings settings) {
        return new AddressRule(settings.loopbackAllowed() ? Set.of(Reach.LOOPBACK) : Set.of());
    }

    /** Gets a document; whatever goes wrong is an answer too. */
    public WebAnswer get(WebRequest request) {
        var fault = Redirects.fault(request.address());
        if (fault.isPresent()) {
            return Failed.without(Problem.FORBIDDEN_ADDRESS, fault.get());
        }
        var way = new Redirects(request.address(), settings.mostRedirects());
        var deadline = Deadline.in(settings.deadline());
        while (true) {
            var answer = hop(request, way, deadline);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (!request.mayFollow().test(way.current())) {
                return Failed.without(Problem.UNWELCOME, "a redirect to a page that its site does not want read");
            }
        }
    }

    /** Sends a form under the same rules, but within ten seconds; redirects are not followed. */
    public WebAnswer post(URI address, Map<String, String> form) {
        var fault = Redirects.fault(address);
        if (fault.isPresent()) {
            return Failed.without(Problem.FORBIDDEN_ADDRESS, fault.get());
        }
        var post = new HttpPost(address);
        var fields = form.entrySet().stream()
                .map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                .toList();
        post.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
        var way = new Redirects(address, 0);
        boolean isShort = settings.deadline().compareTo(POSTED_WITHIN) < 0;
        return exchange(post, way, Deadline.in(isShort ? settings.deadline() : POSTED_WITHIN))
                .orElseGet(() -> Failed.without(Problem.REDIRECT_LOOP, "a form is not sent elsewhere"));
    }

    /** One request; empty where it leads on. */
    private Optional<WebAnswer> hop(WebRequest request, Redirects way, Deadline deadline) {
        var get = new HttpGet(way.current());
        get.setHeader("Accept", request.accept());
        request.etag().ifPresent(etag -> get.setHeader("If-None-Match", etag));
        request.lastModified().ifPresent(date -> get.setHeader("If-Modified-Since", date));
        return exchange(get, way, deadline);
    }

    private Optional<WebAnswer> exchange(HttpUriRequestBase get, Redirects way, Deadline deadline) {
        if (deadline.isOver()) {
            return Optional.of(deadline.missed());
        }
        var abort = deadlines.schedule(get::abort, deadline.left(), TimeUnit.NANOSECONDS);
        try {
            return read(get, way);
        } catch (IOException e) {
            // The time, and not whether the deadline is done: the aborted read fails while the abort still runs.
            return Optional.of(deadline.isOver() ? deadline.missed() : failed(e));
        } catch (RuntimeException e) {
            return Optional.of(Failed.without(Problem.HTTP_ERROR, "the answer breaks the rules of HTTP"));
        } finally {
            abort.cancel(false);
        }
    }

    private Optional<WebAnswer> read(HttpUriRequestBase get, Redirects way) throws IOException {
        var response = http.executeOpen(null, get, null);
        var answer = Optional.<WebAnswer>empty();
        try {
            answer = answer(response, way);
            return answer;
        } finally {
            // A body that was not read to its end ends its connection: nobody can make us read for ever.
            if (answer.isEmpty() || answer.get() instanceof Failed) {
                get.abort();
            }
            Closer.closeQuietly(response);
        }
    }

    private Optional<WebAnswer> answer(ClassicHttpResponse response, Redirects way) throws IOException {
        int status = response.getCode();
        var location = header(response, "Location");
        if (Redirects.isRedirect(status) && location.isPresent()) {
            return way.follow(status, location.get()).map(WebAnswer.class::cast);
        }
        if (status == 304) {
            return Optional.of(new WebAnswer.NotModified(way.movedTo()));
        }
        if (status < 200 || status > 299) {
            return Optional.of(refused(status, header(response, "Retry-After")));
        }
        return Optional.of(document(response, way));
    }

    private WebAnswer document(ClassicHttpResponse response, Redirects way) throws IOException {
        var entity = response.getEntity();
        var body = entity == null ? Optional.of(new byte[0]) : read(Packed.open(entity.getContent()));
        if (body.isEmpty()) {
            return new Failed(
                    Problem.TOO_LARGE,
                    "the document has more than " + settings.mostBytes() + " bytes",
                    response.getCode(),
                    Optional.empty());
        }
        var headers = new WebAnswer.Headers(
                header(response, "Content-Type"),
                header(response, "Content-Language"),
                header(response, "ETag"),
                header(response, "Last-Modified"),
                Stream.of(response.getHeaders("Link")).map(Header::getValue).toList());
        return new WebAnswer.Document(body.get(), way.current(), way.movedTo(), headers);
    }

    /** All bytes; empty where there are more than the limit. */
    private Optional<byte[]> read(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > settings.mostBytes()) {
                return Optional.empty();
            }
        }
        return Optional.of(out.toByteArray());
    }

    private static Failed refused(int status, Optional<String> retryAfter) {
        var wait = retryAfter.flatMap(text -> RetryAfter.parse(text, Instant.now()));
        boolean throttled = status == 429 || (status == 503 && wait.isPresent());
        var problem = throttled ? Problem.THROTTLED : problemOf(status);
        return new Failed(problem, "the server answered " + status, status, wait);
    }

    private static Problem problemOf(int status) {
        return switch (status) {
            case 401, 402, 403, 407, 451 -> Problem.UNAUTHORISED;
            case 404 -> Problem.NOT_FOUND;
            case 410 -> Problem.GONE;
            default -> status >= 500 ? Problem.SERVER_ERROR : Problem.HTTP_ERROR;
        };
    }

    private static Failed failed(IOException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ForbiddenAddressException) {
                return Failed.without(Problem.FORBIDDEN_ADDRESS, cause.getMessage());
            }
        }
        if (error instanceof SocketTimeoutException) {
            return Failed.without(Problem.TIMEOUT, "no answer in time");
        }
        return Failed.without(Problem.UNREACHABLE, error.getClass().getSimpleName());
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    /** Until when a request may take. */
    private record Deadline(Duration time, long end) {

        static Deadline in(Duration time) {
            return new Deadline(time, System.nanoTime() + time.toNanos());
        }

        long left() {
            return end - System.nanoTime();
        }

        boolean isOver() {
            return left() <= 0;
        }

        Failed missed() {
            return Failed.without(Problem.TIMEOUT, "no complete answer within " + Math.max(1, time.toSeconds()) + " s");
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
