package io.missionwatch.alert.deliveries.syslog;

import io.missionwatch.schema.Severity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Puts a text into a syslog message of RFC 5424 and counts its octets in front, as RFC 6587 and RFC 5425 want it on a
 * stream.
 *
 * @param host that the message names as its origin
 * @param facility from 0 to 23
 */
record SyslogFrame(String host, int facility) {

    private static final String NONE = "-";
    private static final int VERSION = 1;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The message, octet count first. */
    byte[] of(Severity severity, Instant at, String text) {
        var head = "<%d>%d %s %s missionwatch %s alert %s "
                .formatted(facility * 8 + level(severity), VERSION, TIME.format(at), named(host, 255), NONE, NONE);
        var message = (head + text).getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(message);
        return frame.toByteArray();
    }

    private static int level(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 1;
            case HIGH -> 2;
            case MEDIUM -> 4;
            case LOW -> 5;
            case INFORMATIONAL -> 6;
        };
    }

    private static String named(String text, int most) {
        var printable = text.replaceAll("[^\\x21-\\x7e]", "");
        return printable.isEmpty() ? NONE : printable.substring(0, Math.min(most, printable.length()));
    }
}
