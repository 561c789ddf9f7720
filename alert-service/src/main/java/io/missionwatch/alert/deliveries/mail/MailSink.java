package io.missionwatch.alert.deliveries.mail;

import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.outbox.Sink;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.ids.NamedUuid;
import io.missionwatch.schema.Alert;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a mail for each revision, or for several that were gathered, as text and as HTML. Mails of one alert form a thread:
 * each refers to the first one. The Message-ID is made of the delivery's key, so that a mail sent twice can be known for one.
 * What was gathered may be gathered otherwise when it is sent again, under another Message-ID: there the header
 * X-Missionwatch-Delivery alone, one for each delivery, tells what came before.
 */
public final class MailSink implements Sink {

    private static final Logger LOG = LoggerFactory.getLogger(MailSink.class);
    private static final String DOMAIN = "alerts.missionwatch";
    private static final NamedUuid DIGESTS = new NamedUuid("mail-digest");

    private final MailOrder order;
    private final Session session;
    private final InstantSource clock;

    private MailSink(MailOrder order, InstantSource clock) {
        this.order = order;
        this.clock = clock;
        this.session = Session.getInstance(properties(order));
    }

    /**
     * The mails that a sink's map orders.
     *
     * @throws io.missionwatch.runtime.settings.SettingException naming the key that is missing or wrong
     */
    public static Sink from(PlanMap sink) {
        var order = MailOrder.from(sink);
        var mails = new MailSink(order, InstantSource.system());
        return order.digest().<Sink>map(digest -> new MailDigest(mails, digest)).orElse(mails);
    }

    private static Properties properties(MailOrder order) {
        var prefix = order.isSmtps() ? "mail.smtps." : "mail.smtp.";
        var milliseconds = Long.toString(order.timeout().toMillis());
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", milliseconds);
        properties.setProperty(prefix + "timeout", milliseconds);
        properties.setProperty(prefix + "writetimeout", milliseconds);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.socketFactory", order.tls().getSocketFactory());
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(order.wantsStartTls()));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(order.wantsStartTls()));
        // One address that is no more must not take the mail from all others.
        properties.setProperty(prefix + "sendpartial", "true");
        properties.setProperty(prefix + "auth", Boolean.toString(order.user().isPresent()));
        return properties;
    }

    @Override
    public Attempt deliver(Parcel parcel) {
        return deliver(List.of(parcel));
    }

    /** Sends one mail of all these parcels. */
    Attempt deliver(List<Parcel> parcels) {
        try (var transport = session.getTransport(order.isSmtps() ? "smtps" : "smtp")) {
            transport.connect(
                    order.server().getHost(),
                    order.server().getPort(),
                    order.user().orElse(null),
                    order.password().orElse(null));
            var mail = mail(parcels);
            transport.sendMessage(mail, mail.getAllRecipients());
            return Attempt.DELIVERED;
        } catch (SendFailedException refused) {
            return afterRefusal(parcels, refused);
        } catch (MessagingException failure) {
            return Attempt.Failed.because("not sent: " + failure.getClass().getSimpleName());
        }
    }

    private Attempt afterRefusal(List<Parcel> parcels, SendFailedException refused) {
        var sent = refused.getValidSentAddresses();
        if (sent == null || sent.length == 0) {
            return Attempt.Failed.because("the server takes it for no receiver");
        }
        LOG.warn(
                "Mail not taken for some receivers delivery={} refused={} of={}",
                parcels.get(0).key(),
                order.to().size() - sent.length,
                order.to().size());
        return Attempt.DELIVERED;
    }

    @Override
    public void close() {
        // Each mail has a connection of its own; nothing is left open.
    }

    private MimeMessage mail(List<Parcel> parcels) throws MessagingException {
        var alerts = DigestText.newest(parcels);
        var mail = alerts.size() == 1 ? inThread(alerts.get(0)) : new NamedMessage(session, named(parcels));
        mail.setFrom(order.from());
        mail.setRecipients(Message.RecipientType.TO, order.to().toArray(InternetAddress[]::new));
        mail.setSubject(DigestText.subject(alerts), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        for (var parcel : parcels) {
            mail.addHeader("X-Missionwatch-Delivery", MailText.oneLine(parcel.key()));
        }
        var text = new MailText(order.console());
        var body = new MimeMultipart("alternative");
        body.addBodyPart(part(DigestText.plain(alerts, text), "plain"));
        body.addBodyPart(part(DigestText.html(alerts, text), "html"));
        mail.setContent(body);
        return mail;
    }

    private MimeMessage inThread(Alert alert) throws MessagingException {
        var mail = new NamedMessage(session, named(alert.getAlertId(), alert.getRevision()));
        if (alert.getRevision() > 1) {
            mail.setHeader("References", named(alert.getAlertId(), 1));
            mail.setHeader("In-Reply-To", named(alert.getAlertId(), 1));
        }
        return mail;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }

    private static String named(List<Parcel> parcels) {
        var keys = parcels.stream().map(Parcel::key).sorted().toArray(String[]::new);
        return "<" + DIGESTS.of(keys) + "@" + DOMAIN + ">";
    }

    private static String named(String alertId, int revision) {
        return "<" + alertId.replaceAll("[^A-Za-z0-9-]", "") + "." + revision + "@" + DOMAIN + ">";
    }

    /** A message that keeps the id it is given; others get a new one whenever they are sent. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
