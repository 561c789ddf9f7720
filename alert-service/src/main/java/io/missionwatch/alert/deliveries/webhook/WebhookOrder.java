package io.missionwatch.alert.deliveries.webhook;

import io.missionwatch.alert.deliveries.formats.AlertFormat;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.alert.deliveries.transport.Trust;
import io.missionwatch.runtime.addresses.AddressRule;
import io.missionwatch.runtime.addresses.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Where a webhook goes and what it carries.
 *
 * @param url the receiver; https, or http within the networks of {@code reach}
 * @param signature signs each request
 * @param format of the body
 * @param headers that the receiver wants beside ours
 * @param timeout of a whole request
 * @param reach networks beside the public one that the receiver may be in
 * @param tls whose certificates are believed
 */
record WebhookOrder(
        URI url,
        Signature signature,
        AlertFormat format,
        Map<String, String> headers,
        Duration timeout,
        Set<Reach> reach,
        SSLContext tls) {

    private static final String HEADER_NAME = "(?i)(?!webhook-|host$|content-|transfer-)[a-z0-9-]{1,60}";

    static WebhookOrder from(PlanMap sink) {
        var reach = Set.copyOf(sink.choices("reach", Reach.class));
        var secrets = sink.secrets("secrets");
        if (secrets.isEmpty()) {
            throw sink.wrong("secrets", "is missing: one secret to sign with, or several while they change");
        }
        return new WebhookOrder(
                sink.address("url", reach.isEmpty() ? List.of("https") : List.of("https", "http")),
                signature(sink, secrets),
                sink.choice("format", AlertFormat.class).orElse(AlertFormat.MISSIONWATCH),
                headers(sink.map("headers")),
                sink.duration("timeout", "20s"),
                reach,
                sink.find("ca-file", Trust::ofFile).orElseGet(Trust::ofRuntime));
    }

    /** Where it may go: without TLS nowhere but into the networks that it was given leave for, whatever its name leads to. */
    AddressRule addresses() {
        return url.getScheme().equals("http") ? AddressRule.onlyWithin(reach) : new AddressRule(reach);
    }

    private static Signature signature(PlanMap sink, List<String> secrets) {
        try {
            return new Signature(secrets);
        } catch (IllegalArgumentException wrong) {
            throw sink.wrong("secrets", wrong.getMessage());
        }
    }

    private static Map<String, String> headers(PlanMap given) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : given.keys()) {
            var value = given.secret(name).orElse("");
            if (!name.matches(HEADER_NAME) || !value.matches("[\\x20-\\x7e]+")) {
                throw given.wrong(name, "must be a header that is not set by us, with a value in plain ASCII");
            }
            headers.put(name, value);
        }
        return Map.copyOf(headers);
    }
}
