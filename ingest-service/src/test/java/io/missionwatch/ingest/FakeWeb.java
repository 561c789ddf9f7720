package io.missionwatch.ingest;

import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.web.WebRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A web that answers what a test tells it to, and remembers what it was asked. */
final class FakeWeb implements Function<WebRequest, WebAnswer> {

    final List<WebRequest> asked = new ArrayList<>();
    private final Map<String, WebAnswer> answers = new HashMap<>();
    private final Map<String, URI> redirects = new HashMap<>();

    void serve(String address, String body, String etag) {
        serve(address, body, etag, Optional.empty());
    }

    void serve(String address, String body, String etag, Optional<URI> movedTo) {
        var headers = new WebAnswer.Headers(
                Optional.of("application/rss+xml; charset=utf-8"),
                Optional.empty(),
                Optional.of(etag),
                Optional.empty(),
                List.of());
        answers.put(
                address,
                new WebAnswer.Document(body.getBytes(StandardCharsets.UTF_8), URI.create(address), movedTo, headers));
    }

    void page(String address, String body) {
        page(address, body, Optional.empty());
    }

    void page(String address, String body, Optional<String> lastModified) {
        var type = Optional.of(address.endsWith(".txt") ? "text/plain" : "text/html; charset=utf-8");
        var headers = new WebAnswer.Headers(type, Optional.empty(), Optional.empty(), lastModified, List.of());
        answers.put(
                address,
                new WebAnswer.Document(
                        body.getBytes(StandardCharsets.UTF_8), URI.create(address), Optional.empty(), headers));
    }

    void redirect(String from, String to) {
        redirects.put(from, URI.create(to));
    }

    void answer(String address, WebAnswer answer) {
        answers.put(address, answer);
    }

    @Override
    public WebAnswer apply(WebRequest request) {
        asked.add(request);
        var leads = redirects.get(request.address().toString());
        if (leads != null) {
            return request.mayFollow().test(leads)
                    ? apply(WebRequest.page(leads, request.mayFollow()))
                    : new WebAnswer.Failed(WebAnswer.Problem.UNWELCOME, "not followed", 0, Optional.empty());
        }
        var answer = answers.get(request.address().toString());
        if (answer instanceof WebAnswer.Document document
                && request.etag().isPresent()
                && request.etag().equals(document.headers().etag())) {
            return new WebAnswer.NotModified(Optional.empty());
        }
        return answer == null
                ? new WebAnswer.Failed(WebAnswer.Problem.NOT_FOUND, "the server answered 404", 404, Optional.empty())
                : answer;
    }

    /** An RSS document of items, each given as link and title, or link, title and text. */
    static String rss(String... items) {
        var out = new StringBuilder("<rss version='2.0'><channel><title>T</title>");
        for (var item : items) {
            var parts = item.split("\\|", -1);
            out.append("<item><link>")
                    .append(parts[0])
                    .append("</link><title>")
                    .append(parts[1])
                    .append("</title>");
            if (parts.length > 2) {
                out.append("<guid isPermaLink='false'>").append(parts[2]).append("</guid>");
            }
            if (parts.length > 3) {
                out.append("<description>").append(parts[3]).append("</description>");
            }
            out.append("</item>");
        }
        return out.append("</channel></rss>").toString();
    }
}
