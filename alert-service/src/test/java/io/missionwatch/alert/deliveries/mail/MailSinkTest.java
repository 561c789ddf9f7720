package io.missionwatch.alert.deliveries.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.schema.Alert;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server in the process. */
class MailSinkTest {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsTextAndHtml() throws Exception {
        assertThat(deliver(Alerts.first(), "smtp+insecure")).isEqualTo(Attempt.DELIVERED);

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[high] Attack on the embassy of Russia in Kabul");
        assertThat(mail.getHeader("To", ",")).isEqualTo("soc@example.org, desk@example.org");
        assertThat(mail.getMessageID()).isEqualTo("<" + Alerts.ID + ".1@alerts.missionwatch>");
        assertThat(part(mail, 0)).contains("Missions: embassy of RU in Kabul, AF", "https://news.example/a");
        assertThat(part(mail, 1)).contains("<h2>Attack on the embassy of Russia in Kabul</h2>");
    }

    @Test
    void mailsOfOneAlertFormAThread() throws Exception {
        deliver(Alerts.alert(Alerts.ID, 2).build(), "smtp+insecure");

        assertThat(server.getReceivedMessages()[0].getHeader("In-Reply-To", null))
                .isEqualTo("<" + Alerts.ID + ".1@alerts.missionwatch>");
    }

    @Test
    void noTextOfAFeedAddsAHeaderOrMarkup() throws Exception {
        for (var text : HostileText.all().toList()) {
            deliver(HostileText.in(text), "smtp+insecure");
            var received = server.getReceivedMessages();
            var mail = received[received.length - 1];

            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getHeader("Subject")).hasSize(1);
            assertThat(mail.getSubject()).startsWith("[high] ").doesNotContain("\n", "\r");
            assertThat(mail.getAllRecipients()).hasSize(2);
            var html = part(mail, 1);
            assertThat(html).doesNotContain("<script", "<img", "javascript:alert(document.cookie)\"", "\u202e");
        }
    }

    @Test
    void oneAddressThatIsRefusedTakesTheMailFromNobodyElse() throws Exception {
        try (var picky = PickyServer.refusing("desk@example.org")) {
            assertThat(deliver(Alerts.first(), "smtp+insecure", picky.port())).isEqualTo(Attempt.DELIVERED);

            assertThat(picky.mails()).hasValue(1);
        }
    }

    @Test
    void aMailThatNobodyGetsIsAFailure() throws Exception {
        try (var picky = PickyServer.refusing("@example.org")) {
            assertThat(deliver(Alerts.first(), "smtp+insecure", picky.port())).isInstanceOf(Attempt.Failed.class);

            assertThat(picky.mails()).hasValue(0);
        }
    }

    @Test
    void aServerWithoutStartTlsGetsNothing() {
        assertThat(deliver(Alerts.first(), "smtp")).isInstanceOf(Attempt.Failed.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private Attempt deliver(Alert alert, String scheme) {
        return deliver(alert, scheme, server.getSmtp().getPort());
    }

    private static Attempt deliver(Alert alert, String scheme, int port) {
        var yaml = """
                server: %s://127.0.0.1:%d
                from: Missionwatch <alerts@example.org>
                to: [soc@example.org, desk@example.org]
                timeout: 5s
                """.formatted(scheme, port);
        try (var sink = MailSink.from(PlanFile.parse("sink", yaml))) {
            return sink.deliver(new Parcel(alert, 1, Optional.empty()));
        }
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(number)
                .getContent()
                .toString();
    }
}
