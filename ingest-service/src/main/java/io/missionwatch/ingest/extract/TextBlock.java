package io.missionwatch.ingest.extract;

/**
 * A run of text that a browser would set as a paragraph of its own.
 *
 * @param text with single spaces
 * @param length in letters; a Chinese, Japanese or Korean character counts as three
 * @param linked how many of them are in links
 * @param sentences whether it has the punctuation of sentences
 * @param box the innermost block-level element around it
 * @param shape what the elements around it make of it
 */
record TextBlock(String text, int length, int linked, boolean sentences, Box box, Shape shape) {

    private static final int SHORTEST_PROSE = 40;
    private static final int SURELY_PROSE = 120;

    /** What the elements around a text make of it. */
    enum Shape {
        HEADING,
        ITEM,
        CELL,
        PARAGRAPH,
        OTHER
    }

    double linkDensity() {
        return length == 0 ? 1 : (double) linked / length;
    }

    /** Whether it reads as running text rather than as a label, a teaser's title or a menu's entry. */
    boolean isProse() {
        return linkDensity() < 0.4 && (length >= SURELY_PROSE || (length >= SHORTEST_PROSE && sentences));
    }

    boolean isHeading() {
        return shape == Shape.HEADING;
    }

    /** From 1 for the highest; 9 where the element around it does not say. */
    int headingLevel() {
        var tag = box.tag();
        return tag.length() == 2 && tag.charAt(0) == 'h' ? tag.charAt(1) - '0' : 9;
    }
}
