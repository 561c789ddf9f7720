package io.missionwatch.alert.deliveries.mail;

import io.missionwatch.alert.deliveries.formats.Words;
import io.missionwatch.schema.Alert;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a mail says of an alert: subject, plain text, and HTML in which every word of a feed is escaped.
 *
 * @param console where the page is on which an alert can be opened
 */
record MailText(Optional<URI> console) {

    private static final int LONGEST_SUBJECT = 150;
    private static final int MOST_EVIDENCE = 5;

    /** One line, whatever the title holds. */
    static String subject(Alert alert) {
        return subject(alert, alert.getTitle());
    }

    /** One line about an alert in other words than its title. */
    static String subject(Alert alert, String words) {
        var line = "[%s] %s%s"
                .formatted(Words.word(alert.getSeverity()), alert.getExercise() ? "EXERCISE: " : "", oneLine(words));
        return line.codePoints()
                .limit(LONGEST_SUBJECT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    String plain(Alert alert) {
        var facts = facts(alert).entrySet().stream()
                .map(fact -> fact.getKey() + ": " + oneLine(fact.getValue()))
                .collect(Collectors.joining("\n"));
        var evidence = alert.getEvidence().stream()
                .limit(MOST_EVIDENCE)
                .map(one -> "- " + oneLine(one.getOutlet()) + ": " + oneLine(one.getTitle())
                        + Words.link(one).map(link -> "\n  " + link).orElse(""))
                .collect(Collectors.joining("\n"));
        return "%s%n%n%s%n%n%s%s%n%nEvidence (%d in all):%n%s%n"
                .formatted(
                        oneLine(alert.getTitle()),
                        oneLine(alert.getSummary()),
                        facts,
                        page(alert).map(link -> "\nOpen it: " + link).orElse(""),
                        alert.getEvidenceCount(),
                        evidence)
                .replace("\r\n", "\n");
    }

    String html(Alert alert) {
        var facts = facts(alert).entrySet().stream()
                .map(fact -> "<tr><th align=\"left\">%s</th><td>%s</td></tr>"
                        .formatted(fact.getKey(), escaped(fact.getValue())))
                .collect(Collectors.joining("\n"));
        var evidence = alert.getEvidence().stream()
                .limit(MOST_EVIDENCE)
                .map(one -> "<li>%s: %s%s</li>"
                        .formatted(
                                escaped(one.getOutlet()),
                                escaped(one.getTitle()),
                                Words.link(one).map(MailText::anchor).orElse("")))
                .collect(Collectors.joining("\n"));
        return "<h2>%s</h2>\n<p>%s</p>\n<table>\n%s\n</table>\n%s<p>Evidence (%d in all):</p>\n<ul>\n%s\n</ul>\n"
                .formatted(
                        escaped(alert.getTitle()),
                        escaped(alert.getSummary()),
                        facts,
                        page(alert)
                                .map(link -> "<p>Open it:%s</p>\n".formatted(anchor(link)))
                                .orElse(""),
                        alert.getEvidenceCount(),
                        evidence);
    }

    private Optional<String> page(Alert alert) {
        return console.map(address -> address.toString().replaceAll("[/#]+$", "") + "/#" + oneLine(alert.getAlertId()));
    }

    private static Map<String, String> facts(Alert alert) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Severity", Words.word(alert.getSeverity()));
        facts.put("Certainty", Words.word(alert.getCertainty()));
        facts.put("Status", Words.word(alert.getStatus()) + ", " + Words.word(alert.getChange()));
        facts.put(
                "Missions",
                alert.getMissions().stream().map(Words::mission).distinct().collect(Collectors.joining("; ")));
        facts.put(
                "Places",
                alert.getPlaces().stream()
                        .map(place -> place.getName())
                        .distinct()
                        .collect(Collectors.joining("; ")));
        facts.put(
                "Actors",
                alert.getActors().stream()
                        .map(actor -> actor.getName())
                        .distinct()
                        .collect(Collectors.joining("; ")));
        facts.put("Why", String.join("; ", alert.getReasons()));
        facts.put("Updated", alert.getUpdatedAt().toString());
        facts.put("Alert", alert.getAlertId() + ", revision " + alert.getRevision());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static String anchor(String link) {
        return " <a rel=\"noreferrer\" href=\"%s\">%s</a>".formatted(escaped(link), escaped(link));
    }

    /** Without line ends, which would begin another header, and without characters that are not seen but act. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029\\ufffe\\uffff]+", " ")
                .strip();
    }

    private static String escaped(String text) {
        return oneLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
