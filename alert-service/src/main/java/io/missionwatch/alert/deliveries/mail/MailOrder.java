package io.missionwatch.alert.deliveries.mail;

import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.alert.deliveries.transport.Trust;
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
 */
record MailOrder(
        URI server,
        Optional<String> user,
        Optional<String> password,
        InternetAddress from,
        List<InternetAddress> to,
        Duration timeout,
        SSLContext tls) {

    static final String UNSAFE = "smtp+insecure";

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
                sink.find("ca-file", Trust::ofFile).orElseGet(Trust::ofRuntime));
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
