package io.missionwatch.ingest.feeds;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the address of a feed as people and other readers write it. */
final class FeedAddress {

    private static final Pattern FEED_BEFORE_WEB =
            Pattern.compile("^feed:(?://)?(?=https?://)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FEED = Pattern.compile("^feed://", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB =
            Pattern.compile("(https?)://([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern UNSAFE = Pattern.compile("[ \"<>\\\\^`{|}]");

    private FeedAddress() {}

    /**
     * The http or https address that a text is.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static URI of(String text) {
        var plain = FEED_BEFORE_WEB.matcher(text.strip()).replaceFirst("");
        var parts = WEB.matcher(FEED.matcher(plain).replaceFirst("http://"));
        if (!parts.matches()) {
            throw new IllegalArgumentException("url must be an http or https address, not '" + text + "'");
        }
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        var url = uri(scheme + "://" + ascii(parts.group(2)) + safe(parts.group(3)), text);
        if (url.getHost() == null) {
            throw new IllegalArgumentException(
                    "url must name its host by letters, digits, hyphens and dots, not '" + text + "'");
        }
        return url;
    }

    private static URI uri(String address, String text) {
        try {
            return new URI(address);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("url must be an http or https address, not '" + text + "'", malformed);
        }
    }

    private static String safe(String path) {
        return UNSAFE.matcher(path)
                .replaceAll(unsafe -> "%%%02X".formatted((int) unsafe.group().charAt(0)));
    }

    /** The host in ASCII where it is written in other letters. */
    private static String ascii(String host) {
        try {
            boolean isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(host);
            return isAscii ? host : IDN.toASCII(host);
        } catch (IllegalArgumentException noName) {
            return host;
        }
    }
}
