package io.missionwatch.alert.deliveries.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Gathering;
import io.missionwatch.alert.deliveries.outbox.GatheringSink;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Severity;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
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
        assertThat(sendTo(Alerts.first(), "smtp+insecure")).isEqualTo(Attempt.DELIVERED);

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[high] Attack on the embassy of Russia in Kabul");
        assertThat(mail.getHeader("To", ",")).isEqualTo("soc@example.org, desk@example.org");
        assertThat(mail.getMessageID()).isEqualTo("<" + Alerts.ID + ".1@alerts.missionwatch>");
        assertThat(part(mail, 0)).contains("Missions: embassy of RU in Kabul, AF", "https://news.example/a");
        assertThat(part(mail, 1)).contains("<h2>Attack on the embassy of Russia in Kabul</h2>");
    }

    @Test
    void leadsToThePageOfTheAlert() throws Exception {
        var orders = yaml("smtp+insecure", server.getSmtp().getPort()) + "console: https://watch.example.org/\n";

        assertThat(deliver(Alerts.first(), orders)).isEqualTo(Attempt.DELIVERED);

        var mail = server.getReceivedMessages()[0];
        var page = "https://watch.example.org/#" + Alerts.ID;
        assertThat(part(mail, 0)).contains("\r\nOpen it: " + page + "\r\n");
        assertThat(part(mail, 1)).contains("href=\"" + page + "\"");
    }

    @Test
    void mailsOfOneAlertFormAThread() throws Exception {
        sendTo(Alerts.alert(Alerts.ID, 2).build(), "smtp+insecure");

        assertThat(server.getReceivedMessages()[0].getHeader("In-Reply-To", null))
                .isEqualTo("<" + Alerts.ID + ".1@alerts.missionwatch>");
    }

    @Test
    void whatWasGatheredIsOneMailOfTheNewestRevisionsTheWorstFirst() throws Exception {
        var other = Alerts.alert("other", 1)
                .setSeverity(Severity.CRITICAL)
                .setTitle("Siege in Kabul")
                .build();
        deliverTogether(Alerts.first(), Alerts.alert(Alerts.ID, 2).build(), other);

        var mail = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).as("one for each address").hasSize(2);
        assertThat(mail.getSubject()).isEqualTo("[critical] 2 alerts: Siege in Kabul");
        assertThat(mail.getHeader("X-Missionwatch-Delivery"))
                .containsExactlyInAnyOrder(Alerts.ID + "_1", Alerts.ID + "_2", "other_1");
        assertThat(part(mail, 0))
                .contains("other, revision 1", Alerts.ID + ", revision 2")
                .doesNotContain(Alerts.ID + ", revision 1");
        assertThat(part(mail, 1)).containsSubsequence("<h2>Siege", "<hr>", "<h2>Attack");
    }

    @Test
    void whatWasGatheredOfOneAlertIsAMailOfItsThread() throws Exception {
        deliverTogether(Alerts.first(), Alerts.alert(Alerts.ID, 2).build());

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[high] Attack on the embassy of Russia in Kabul");
        assertThat(mail.getMessageID()).isEqualTo("<" + Alerts.ID + ".2@alerts.missionwatch>");
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<" + Alerts.ID + ".1@alerts.missionwatch>");
    }

    @Test
    void aDigestWaitsASensibleTime() {
        assertThatThrownBy(() -> MailSink.from(PlanFile.parse("sink", yaml("smtps", 465) + "digest: 2s\n")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("digest must be a time from 10s to 1d");
    }

    @Test
    void noTextOfAFeedAddsAHeaderOrMarkup() throws Exception {
        for (var text : HostileText.all().toList()) {
            sendTo(HostileText.in(text), "smtp+insecure");
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
            assertThat(sendTo(Alerts.first(), "smtp+insecure", picky.port())).isEqualTo(Attempt.DELIVERED);

            assertThat(picky.mails()).hasValue(1);
        }
    }

    @Test
    void aMailThatNobodyGetsIsAFailure() throws Exception {
        try (var picky = PickyServer.refusing("@example.org")) {
            assertThat(sendTo(Alerts.first(), "smtp+insecure", picky.port())).isInstanceOf(Attempt.Failed.class);

            assertThat(picky.mails()).hasValue(0);
        }
    }

    @Test
    void aServerWithoutStartTlsGetsNothing() {
        assertThat(sendTo(Alerts.first(), "smtp")).isInstanceOf(Attempt.Failed.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private Attempt sendTo(Alert alert, String scheme) {
        return sendTo(alert, scheme, server.getSmtp().getPort());
    }

    private void deliverTogether(Alert... alerts) {
        var orders = yaml("smtp+insecure", server.getSmtp().getPort()) + "digest: 15m\nat-once: critical\n";
        try (var sink = (GatheringSink) MailSink.from(PlanFile.parse("sink", orders))) {
            assertThat(sink.gathering()).isEqualTo(new Gathering(Duration.ofMinutes(15), Severity.CRITICAL));
            var parcels = Stream.of(alerts)
                    .map(alert -> new Parcel(alert, 1, Optional.empty()))
                    .toList();
            assertThat(sink.deliver(parcels)).isEqualTo(Attempt.DELIVERED);
        }
    }

    private static String yaml(String scheme, int port) {
        return """
                server: %s://127.0.0.1:%d
                from: Missionwatch <alerts@example.org>
                to: [soc@example.org, desk@example.org]
                timeout: 5s
                """.formatted(scheme, port);
    }

    private static Attempt sendTo(Alert alert, String scheme, int port) {
        return deliver(alert, yaml(scheme, port));
    }

    private static Attempt deliver(Alert alert, String orders) {
        try (var sink = MailSink.from(PlanFile.parse("sink", orders))) {
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
