package io.missionwatch.ingest.feeds;

/**
 * A piece of text as a feed carries it.
 *
 * @param html whether the value is HTML; otherwise every character stands for itself
 * @param value the text, without surrounding white space
 */
public record FeedText(boolean html, String value) {

    /** No text. */
    public static final FeedText NONE = new FeedText(false, "");

    static FeedText plain(String value) {
        return new FeedText(false, value.strip());
    }

    static FeedText html(String value) {
        return new FeedText(true, value.strip());
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** The text as people read it, paragraphs separated by a newline. */
    public String asPlainText() {
        return html ? HtmlText.paragraphs(value) : value;
    }

    /** The text on one line, as a title is shown. */
    public String asOneLine() {
        return asPlainText().replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
