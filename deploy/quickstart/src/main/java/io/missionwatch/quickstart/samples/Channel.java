package io.missionwatch.quickstart.samples;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What a feed document is written from: the outlet, its addresses and its stories, newest first. */
record Channel(Outlet outlet, URI home, URI self, List<Story> stories, Instant changed) {

    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    Channel {
        stories = List.copyOf(stories);
    }

    String description() {
        return "News from " + outlet.city();
    }

    /** The date as RSS 2.0 and HTTP headers write it. */
    static String httpDate(Instant instant) {
        return HTTP.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The date as Atom, Dublin Core and JSON Feed write it, in whole seconds. */
    static String isoDate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
