package io.missionwatch.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A feed that the operator wants read.
 *
 * @param id chosen by the operator, stable over changes of address
 * @param url where it is
 * @param outlet whose articles it carries
 * @param kind the kind of outlet
 * @param reliability a letter of the Admiralty scale
 * @param homeCountry ISO 3166-1 alpha-2 code; empty where not given
 * @param language BCP 47 tag; empty where not given
 * @param fullText when the page behind an item is fetched
 * @param shortest the shortest time between two polls
 * @param longest the longest time between two polls
 * @param include words of which an item must have one; empty takes all
 * @param exclude words of which an item must have none
 * @param paused not polled for now
 */
public record FeedSource(
        String id,
        URI url,
        String outlet,
        Kind kind,
        Reliability reliability,
        String homeCountry,
        String language,
        FullText fullText,
        Duration shortest,
        Duration longest,
        List<String> include,
        List<String> exclude,
        boolean paused) {

    /** The shortest time between two polls, unless said otherwise. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    /** The longest time between two polls, unless said otherwise. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final int LONGEST_ID = 200;

    /** The kind of an outlet, as the contracts name it. */
    public enum Kind {
        /** A news agency. */
        WIRE,
        /** A newspaper or magazine. */
        NEWSPAPER,
        /** Radio or television. */
        BROADCASTER,
        /** Exists online alone. */
        ONLINE,
        /** Speaks for a state. */
        GOVERNMENT,
        /** Speaks for an organisation. */
        ORGANISATION,
        /** Speaks for an armed group. */
        ARMED_GROUP_MEDIA,
        /** An account or channel. */
        SOCIAL,
        /** Anything else. */
        OTHER
    }

    /** How far a source is trusted, by the letters of the Admiralty scale. */
    public enum Reliability {
        /** Completely. */
        A,
        /** Usually. */
        B,
        /** Fairly. */
        C,
        /** Not usually. */
        D,
        /** Not at all. */
        E,
        /** Cannot be judged. */
        F
    }

    /** When the page behind an item is fetched. */
    public enum FullText {
        /** The feed's text is all. */
        NEVER,
        /** Where the feed has only a teaser. */
        WHEN_SHORT,
        /** For every item. */
        ALWAYS
    }

    public FeedSource {
        if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(c -> c == '|' || c == '/' || c < ' ')) {
            throw new IllegalArgumentException("the id of a feed is not empty, has at most " + LONGEST_ID
                    + " characters, and neither | nor / among them");
        }
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("the url of a feed is an http or https address");
        }
        if (shortest.isNegative() || shortest.isZero() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("the shortest interval is above zero and not above the longest");
        }
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** The same, polled or not for now. */
    public FeedSource paused(boolean now) {
        return new FeedSource(
                id,
                url,
                outlet,
                kind,
                reliability,
                homeCountry,
                language,
                fullText,
                shortest,
                longest,
                include,
                exclude,
                now);
    }

    /** A feed of which only the address and the outlet are known. */
    public static FeedSource of(String id, URI url, String outlet) {
        return new FeedSource(
                id,
                url,
                outlet,
                Kind.OTHER,
                Reliability.F,
                "",
                "",
                FullText.WHEN_SHORT,
                SHORTEST,
                LONGEST,
                List.of(),
                List.of(),
                false);
    }
}
