package io.missionwatch.alert.deliveries.mail;

import io.missionwatch.alert.deliveries.outbox.Gathering;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.alert.deliveries.transport.Trust;
import io.missionwatch.schema.Severity;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Whom mails go to, and by which server.
 *
 * @param server smtp with STARTTLS, smtps, or smtp+insecure without any encryption
 * @param user who signs in, if anybody
 * @param password of the user
 * @param from whom mails come from
 * @param to whom they go to
 * @param timeout of connecting and of each answer
 * @param tls whose certificates are believed
 * @param console where the page is on which an alert can be opened, if mails shall lead there
 * @param digest how alerts wait for each other; empty where each has a mail of its own
 */
record MailOrder(
        URI server,
        Optional<String> user,
        Optional<String> password,
        InternetAddress from,
        List<InternetAddress> to,
        Duration timeout,
        SSLContext tls,
        Optional<URI> console,
        Optional<Gathering> digest) {

    static final String UNSAFE = "smtp+insecure";
    private static final Duration SHORTEST_DIGEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_DIGEST = Duration.ofDays(1);

    static MailOrder from(PlanMap sink) {
        var to =
                sink.texts("to").stream().map(text -> address(sink, "to", text)).toList();
        if (to.isEmpty()) {
            throw sink.wrong("to", "is missing: one address, or several");
        }
        return new MailOrder(
                sink.address("server", List.of("smtp", "smtps", UNSAFE)),
                sink.find("user"),
                sink.secret("password"),
                address(sink, "from", sink.text("from")),
                to,
                sink.duration("timeout", "15s"),
                sink.find("ca-file", Trust::ofFile).orElseGet(Trust::ofRuntime),
                sink.find("console").map(any -> sink.address("console", List.of("https", "http"))),
                sink.find("digest").map(any -> digest(sink)));
    }

    private static Gathering digest(PlanMap sink) {
        var within = sink.duration("digest", "15m");
        if (within.compareTo(SHORTEST_DIGEST) < 0 || within.compareTo(LONGEST_DIGEST) > 0) {
            throw sink.wrong("digest", "must be a time from 10s to 1d");
        }
        return new Gathering(within, sink.choice("at-once", Severity.class).orElse(Severity.HIGH));
    }

    boolean isSmtps() {
        return server.getScheme().equals("smtps");
    }

    boolean wantsStartTls() {
        return server.getScheme().equals("smtp");
    }

    private static InternetAddress address(PlanMap sink, String key, String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException malformed) {
            throw sink.wrong(key, "must be a mail address: " + malformed.getMessage());
        }
    }
}
