package io.missionwatch.ingest.extract;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** A block-level element of a page and the range of text blocks that stand in it. */
final class Box {

    private final Element element;
    private final Optional<Box> parent;
    private final Names names;
    private final int from;
    private int to;

    Box(Element element, Optional<Box> parent, Names names, int from) {
        this.element = element;
        this.parent = parent;
        this.names = names;
        this.from = from;
        this.to = from;
    }

    void close(int end) {
        to = end;
    }

    Element element() {
        return element;
    }

    String tag() {
        return element.normalName();
    }

    Optional<Box> parent() {
        return parent;
    }

    /** What the element's class and id say about its content. */
    Names names() {
        return names;
    }

    /** Index of its first block. */
    int from() {
        return from;
    }

    /** Index after its last block. */
    int to() {
        return to;
    }

    int size() {
        return to - from;
    }

    boolean contains(int block) {
        return block >= from && block < to;
    }
}
