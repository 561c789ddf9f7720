package io.missionwatch.ingest.extract;

import java.util.BitSet;
import java.util.List;

/** The text of a page: its blocks from top to bottom, and the block-level elements around them, outer before inner. */
final class PageText {

    /** A part of the page that holds more of its running text than this is the article, whatever its name says. */
    private static final double ARTICLE_SHARE = 0.6;

    private final List<TextBlock> blocks;
    private final List<Box> boxes;
    private final BitSet noise = new BitSet();

    PageText(List<TextBlock> blocks, List<Box> boxes) {
        this.blocks = List.copyOf(blocks);
        this.boxes = List.copyOf(boxes);
        markNoise();
    }

    private void markNoise() {
        var prose = new long[blocks.size() + 1];
        var titles = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            prose[i + 1] = prose[i] + (block.isProse() ? block.length() : 0);
            titles[i + 1] = titles[i] + (block.box().tag().equals("h1") ? 1 : 0);
        }
        for (var box : boxes) {
            if (box.size() > 0 && announcesNoise(box) && !noise.get(box.from())) {
                boolean hasTitle = titles[box.to()] > titles[box.from()];
                long inside = prose[box.to()] - prose[box.from()];
                if (!hasTitle && (inside == 0 || inside < ARTICLE_SHARE * prose[blocks.size()])) {
                    noise.set(box.from(), box.to());
                }
            }
        }
    }

    private static boolean announcesNoise(Box box) {
        return switch (box.tag()) {
            case "body", "html" -> false;
            case "footer", "aside" -> true;
            default -> box.names() == Names.NOISE;
        };
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
