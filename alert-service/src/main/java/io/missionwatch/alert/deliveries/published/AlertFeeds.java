package io.missionwatch.alert.deliveries.published;

import io.missionwatch.alert.deliveries.formats.Words;
import io.missionwatch.schema.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the newest alerts as Atom and as RSS 2.0, one entry each; Atom entries lead to the CAP message and to the page. */
final class AlertFeeds {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TITLE = "Missionwatch alerts";

    private final PublishOrder order;

    AlertFeeds(PublishOrder order) {
        this.order = order;
    }

    /**
     * As Atom.
     *
     * @param base where readers reach us, without a slash at its end
     */
    String atom(List<Alert> newest, String base) {
        return Xml.document("feed", ATOM, feed -> {
            feed.text("title", TITLE)
                    .text("id", base + PublishedRoutes.ATOM)
                    .text("updated", updated(newest).toString())
                    .element("author", author -> author.text("name", order.senderName()));
            link(feed, "self", "application/atom+xml", base + PublishedRoutes.ATOM);
            newest.forEach(alert -> feed.element("entry", entry -> entry(entry, alert, base)));
        });
    }

    private static void entry(Xml entry, Alert alert, String base) {
        entry.text("title", alert.getTitle())
                .text("id", "urn:uuid:" + alert.getAlertId())
                .text("updated", alert.getUpdatedAt().toString())
                .text("published", alert.getOpenedAt().toString());
        link(entry, "alternate", "application/cap+xml", cap(alert, base));
        link(entry, "alternate", "text/html", base + "/#" + alert.getAlertId());
        Words.links(alert).forEach(address -> link(entry, "related", "text/html", address));
        for (var term : List.of(Words.word(alert.getSeverity()), Words.word(alert.getStatus()), alert.getPatternId())) {
            entry.element("category", category -> category.attribute("term", term));
        }
        entry.text("summary", summary(alert));
    }

    /** As RSS 2.0. */
    String rss(List<Alert> newest, String base) {
        return Xml.document(
                "rss",
                "",
                rss -> rss.attribute("version", "2.0").element("channel", channel -> {
                    channel.text("title", TITLE)
                            .text("link", base + "/")
                            .text("description", "Threats to foreign missions, as the news tells them")
                            .text("lastBuildDate", rfc822(updated(newest)));
                    newest.forEach(alert -> channel.element(
                            "item",
                            item -> item.text("title", alert.getTitle())
                                    .text("link", cap(alert, base))
                                    .text("description", escaped(summary(alert)))
                                    .text("category", Words.word(alert.getSeverity()))
                                    .element(
                                            "guid",
                                            guid -> guid.attribute("isPermaLink", "false")
                                                    .characters(CapMessage.identifier(alert)))
                                    .text("pubDate", rfc822(alert.getUpdatedAt()))));
                }));
    }

    private static String summary(Alert alert) {
        var why = alert.getReasons().stream().collect(Collectors.joining("; "));
        return "%s [%s, %s, %s]%s"
                .formatted(
                        alert.getSummary(),
                        Words.word(alert.getSeverity()),
                        Words.word(alert.getCertainty()),
                        Words.word(alert.getStatus()),
                        why.isEmpty() ? "" : " " + why);
    }

    // Readers take the description of RSS for HTML: once for XML is not enough.
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void link(Xml xml, String relation, String type, String address) {
        xml.element(
                "link",
                link -> link.attribute("rel", relation).attribute("type", type).attribute("href", address));
    }

    private static String cap(Alert alert, String base) {
        return base + "/cap/" + CapMessage.identifier(alert) + ".xml";
    }

    private static Instant updated(List<Alert> newest) {
        return newest.stream().map(Alert::getUpdatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static String rfc822(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
