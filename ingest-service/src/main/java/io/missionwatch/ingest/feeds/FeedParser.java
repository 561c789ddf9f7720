package io.missionwatch.ingest.feeds;

import io.missionwatch.ingest.feeds.ParsedFeed.Reading;
import io.missionwatch.ingest.markup.TagLimit;
import java.util.regex.Pattern;

/**
 * Reads feeds of every format: RSS, RDF, Atom, CDF, JSON Feed, news sitemaps, NewsML-G2, NITF and ninjs, well-formed or
 * not. A document that is no feed gets a named reading; no input makes it throw. Safe for use by several threads.
 */
public final class FeedParser {

    // Far more than the items that are taken can have; what follows them is not read.
    private static final int MOST_TAGS = 400_000;
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private static final String UNDECLARED_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152"
                    + "\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private final FeedLimits limits;
    private final XmlFeedReader xml;
    private final JsonFeedReader json;

    public FeedParser(FeedLimits limits) {
        this.limits = limits;
        this.xml = new XmlFeedReader(limits);
        this.json = new JsonFeedReader(limits);
    }

    /** A parser with the usual limits. */
    public static FeedParser withDefaults() {
        return new FeedParser(FeedLimits.DEFAULT);
    }

    /** The limits that it keeps. */
    public FeedLimits limits() {
        return limits;
    }

    /** What a document says. */
    public ParsedFeed parse(FeedDocument document) {
        var decoded = TextEncoding.decode(TagLimit.cut(document.body(), MOST_TAGS), document.contentType());
        var text = sound(decoded.text());
        if (text.isBlank()) {
            return ParsedFeed.unread(Reading.EMPTY_BODY, decoded.encoding());
        }
        char first = text.charAt(0);
        return first == '{' || first == '['
                ? json.read(text, decoded.encoding(), document)
                : xml.read(text, decoded.encoding(), document);
    }

    /** The text without characters that no document may have, and with the bytes of windows-1252 where they slipped in. */
    static String sound(String text) {
        var clean = CONTROLS.matcher(text).replaceAll("").strip();
        var out = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c >= '\u0080' && c <= '\u009F' && c != '\u0085') {
                out.append(UNDECLARED_1252.charAt(c - 0x80));
            } else if (isLoneSurrogate(clean, i)) {
                out.append('\uFFFD');
            } else {
                out.append(c == '\uFEFF' && i == 0 ? ' ' : c);
            }
        }
        return out.toString().strip();
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
