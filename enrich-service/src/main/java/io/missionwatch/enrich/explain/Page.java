package io.missionwatch.enrich.explain;

/** How an explanation is set: for a terminal or for a browser. Every text that comes from outside goes through {@link #text}. */
interface Page {

    /** Words of the article or of a tag, with nothing left in them that the medium would obey. */
    String text(String words);

    /** Words underlined as what they were taken for; {@code note} is the number of the explanation beneath. */
    String marked(String words, Mark.Kind kind, int note);

    String heading(String words);

    String line(String words);

    String whole(String content);
}
