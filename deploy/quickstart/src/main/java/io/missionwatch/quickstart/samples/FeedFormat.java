package io.missionwatch.quickstart.samples;

/** The feed formats that the sample outlets publish in. */
public enum FeedFormat {
    RSS_2_0("rss-2.0", "application/rss+xml", "feed.xml"),
    RSS_1_0("rss-1.0", "application/rdf+xml", "index.rdf"),
    ATOM_1_0("atom-1.0", "application/atom+xml", "atom.xml"),
    JSON_FEED_1_1("json-feed-1.1", "application/feed+json", "feed.json");

    private final String word;
    private final String mediaType;
    private final String fileName;

    FeedFormat(String word, String mediaType, String fileName) {
        this.word = word;
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    /** The word for it in samples.yaml. */
    public String word() {
        return word;
    }

    /** The Content-Type its documents are served with. */
    public String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /** The type that a page's link to the feed names. */
    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return fileName;
    }
}
