package io.missionwatch.ingest.extract;

import java.util.BitSet;
import java.util.List;

/** The text of a page: its blocks from top to bottom, and the block-level elements around them, outer before inner. */
final class PageText {

    private final List<TextBlock> blocks;
    private final List<Box> boxes;
    private final BitSet noise;

    PageText(List<TextBlock> blocks, List<Box> boxes) {
        this.blocks = List.copyOf(blocks);
        this.boxes = List.copyOf(boxes);
        this.noise = new NoiseFinder(this.blocks, this.boxes).find();
    }

    List<TextBlock> blocks() {
        return blocks;
    }

    List<Box> boxes() {
        return boxes;
    }

    /** Whether a block stands in an element that is not part of an article. */
    boolean isNoise(int block) {
        return noise.get(block);
    }
}
