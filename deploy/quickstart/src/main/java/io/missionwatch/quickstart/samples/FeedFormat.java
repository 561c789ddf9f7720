package io.missionwatch.quickstart.samples;

/** The feed formats that the sample outlets publish in. */
public enum FeedFormat {
    RSS_2_0("rss-2.0", "application/rss+xml; charset=utf-8", "feed.xml"),
    RSS_1_0("rss-1.0", "application/rdf+xml; charset=utf-8", "index.rdf"),
    ATOM_1_0("atom-1.0", "application/atom+xml; charset=utf-8", "atom.xml"),
    JSON_FEED_1_1("json-feed-1.1", "application/feed+json; charset=utf-8", "feed.json");

    private final String word;
    private final String contentType;
    private final String fileName;

    FeedFormat(String word, String contentType, String fileName) {
        this.word = word;
        this.contentType = contentType;
        this.fileName = fileName;
    }

    /** The word for it in samples.yaml. */
    public String word() {
        return word;
    }

    /** The Content-Type its documents are served with. */
    public String contentType() {
        return contentType;
    }

    String fileName() {
        return fileName;
    }
}
