package io.missionwatch.alert.deliveries.webhook;

import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.outbox.Sink;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.runtime.web.CheckedNames;
import io.missionwatch.runtime.web.ForbiddenAddressException;
import io.missionwatch.runtime.web.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts signed webhooks. It connects only to addresses that were checked, follows no redirect, reads nothing of what the
 * receiver says beyond status and Retry-After, and gives each request one deadline for all of it.
 */
public final class WebhookSink implements Sink {

    private static final int GONE = 410;

    private final WebhookOrder order;
    private final InstantSource clock;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "webhook-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    WebhookSink(WebhookOrder order, DnsResolver names, InstantSource clock) {
        this.order = order;
        this.clock = clock;
        this.http = HttpClients.custom()
                .setConnectionManager(connections(order, names))
                .setUserAgent("missionwatch")
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(order.timeout()))
                        .setConnectionRequestTimeout(Timeout.of(order.timeout()))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /**
     * The webhook that a sink's map orders.
     *
     * @throws io.missionwatch.runtime.settings.SettingException naming the key that is missing or wrong
     */
    public static WebhookSink from(PlanMap sink) {
        return new WebhookSink(WebhookOrder.from(sink), SystemDefaultDnsResolver.INSTANCE, InstantSource.system());
    }

    private static PoolingHttpClientConnectionManager connections(WebhookOrder order, DnsResolver names) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedNames(order.addresses(), names))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(order.tls()))
                .setMaxConnPerRoute(64)
                .setMaxConnTotal(64)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(order.timeout()))
                        .setSocketTimeout(Timeout.of(order.timeout()))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
    }

    @Override
    public Attempt deliver(Parcel parcel) {
        var post = post(parcel);
        var deadline = deadlines.schedule(() -> post.abort(), order.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try (var response = http.executeOpen(null, post, null)) {
            var attempt = judge(response);
            post.abort();
            return attempt;
        } catch (ForbiddenAddressException forbidden) {
            return Attempt.Failed.because("its address is not one that may be delivered to; see 'reach'");
        } catch (IOException failure) {
            return Attempt.Failed.because(
                    deadline.isDone()
                            ? "no answer within " + order.timeout().toSeconds() + " s"
                            : "not reached: " + failure.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }

    private HttpPost post(Parcel parcel) {
        var body = order.format().write(parcel.alert());
        long timestamp = clock.instant().getEpochSecond();
        var post = new HttpPost(order.url());
        order.headers().forEach(post::setHeader);
        post.setHeader("webhook-id", parcel.key());
        post.setHeader("webhook-timestamp", Long.toString(timestamp));
        post.setHeader("webhook-signature", order.signature().of(parcel.key(), timestamp, body));
        parcel.trace()
                .ifPresent(trace -> post.setHeader("traceparent", trace.next().toString()));
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return post;
    }

    private Attempt judge(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status >= 200 && status <= 299) {
            return Attempt.DELIVERED;
        }
        if (status == GONE) {
            return new Attempt.Gone("the receiver answered 410 Gone");
        }
        var redirect = status >= 300 && status <= 399 ? ", and redirects are not followed" : "";
        return new Attempt.Failed("the receiver answered " + status + redirect, retryAfter(response));
    }

    private Optional<Duration> retryAfter(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader("Retry-After"))
                .map(Header::getValue)
                .flatMap(text -> RetryAfter.parse(text, clock.instant()));
    }
}
