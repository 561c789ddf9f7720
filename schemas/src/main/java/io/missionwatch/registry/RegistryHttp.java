package io.missionwatch.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests to whichever of the registry's addresses answers, and repeats those that found none. */
final class RegistryHttp {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final RegistrySettings settings;
    private final Waiting waiting;
    private final HttpClient http;
    private final AtomicInteger current = new AtomicInteger();

    RegistryHttp(RegistrySettings settings, Waiting waiting) {
        this.settings = settings;
        this.waiting = waiting;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Sends a request until an address gives a final answer.
     *
     * @param path path and query below the base address
     * @param body JSON, empty for a request without a body
     */
    RegistryAnswer send(String method, String path, String body) {
        for (var attempt = 0; ; attempt++) {
            try {
                return sendToEach(method, path, body);
            } catch (RegistryUnavailableException e) {
                if (attempt >= settings.retries()) {
                    throw e;
                }
                waiting.pause(settings.backoff().after(attempt));
            }
        }
    }

    private RegistryAnswer sendToEach(String method, String path, String body) {
        var urls = settings.urls();
        var start = current.get();
        for (var i = 0; ; i++) {
            var index = (start + i) % urls.size();
            try {
                var answer = sendTo(urls.get(index), method, path, body);
                current.set(index);
                return answer;
            } catch (RegistryUnavailableException e) {
                LOG.debug("No answer from the schema registry reason={}", e.getMessage());
                if (i == urls.size() - 1) {
                    throw e;
                }
            }
        }
    }

    private RegistryAnswer sendTo(URI base, String method, String path, String body) {
        var answer = new RegistryAnswer(method + " " + base + path, receive(base, request(base, method, path, body)));
        answer.throwIfUnavailable();
        return answer;
    }

    private HttpRequest request(URI base, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", JSON + ", application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", JSON);
        }
        settings.credentials().authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    // The request timeout of java.net.http ends with the headers; waiting on the future bounds the body too.
    private HttpResponse<String> receive(URI base, HttpRequest request) {
        var response = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return response.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new RegistryUnavailableException(
                    base + " gave no answer within " + settings.requestTimeout().toMillis() + " ms", e);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while asking " + base, e);
        } catch (ExecutionException e) {
            throw unreachable(base, e.getCause());
        }
    }

    private static RegistryException unreachable(URI base, Throwable cause) {
        var reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return cause instanceof IOException
                ? new RegistryUnavailableException(base + " cannot be reached: " + reason, cause)
                : new RegistryRefusedException(base + " cannot be asked: " + reason, cause);
    }
}
