package io.missionwatch.ingest.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the elements of a page that are not part of an article, by what they are called and how they are built. */
final class NoiseFinder {

    /** A part of the page that holds more of its running text than this is the article, whatever its name says. */
    private static final double ARTICLE_SHARE = 0.6;

    private static final String SET_IN_FIGURES = "blockquote, table, pre";
    private static final int LONG_PROSE = 400;
    private static final int LONGEST_TEASER = 300;
    private static final int TEASER_DEPTH = 4;

    private final List<TextBlock> blocks;
    private final List<Box> boxes;
    private final long[] prose;
    private final int[] titles;
    private final Set<Box> holders = new HashSet<>();
    private final BitSet noise = new BitSet();

    NoiseFinder(List<TextBlock> blocks, List<Box> boxes) {
        this.blocks = blocks;
        this.boxes = boxes;
        this.prose = new long[blocks.size() + 1];
        this.titles = new int[blocks.size() + 1];
    }

    /** The indices of the blocks in such elements. */
    BitSet find() {
        sum();
        var announced = boxes.stream().filter(NoiseFinder::announcesNoise).toList();
        var proseUnder = proseByClass(announced);
        announced.stream()
                .filter(box -> !isMost(proseUnder.get(box.element().className())) && !isArticle(box))
                .forEach(this::mark);
        blocks.stream()
                .filter(block -> block.isHeading() && block.linkDensity() > 0.8)
                .forEach(this::markTeaser);
        return noise;
    }

    /** Sums from the top: letters of running text, and titles; and what is around texts that are called articles. */
    private void sum() {
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            prose[i + 1] = prose[i] + (block.isProse() ? block.length() : 0);
            titles[i + 1] = block.headingLevel() == 1 ? 1 : 0;
        }
        // A text may stand in several boxes of one class, the first of which is called a teaser.
        var texts = boxes.stream().filter(box -> box.names() == Names.ARTICLE).toList();
        var prose = proseByClass(texts);
        texts.stream()
                .filter(box -> proseIn(box) > 0 && prose.get(box.element().className()) > LONG_PROSE)
                .forEach(this::addHolders);
        Arrays.parallelPrefix(titles, Integer::sum);
    }

    private void addHolders(Box text) {
        // What is a holder already has all that is around it.
        for (var box = text.parent();
                box.isPresent() && holders.add(box.get());
                box = box.get().parent()) {}
    }

    private Map<String, Long> proseByClass(List<Box> boxes) {
        return boxes.stream()
                .collect(
                        Collectors.groupingBy(box -> box.element().className(), Collectors.summingLong(this::proseIn)));
    }

    private long proseIn(Box box) {
        return prose[box.to()] - prose[box.from()];
    }

    private static boolean announcesNoise(Box box) {
        return switch (box.tag()) {
            case "body", "html" -> false;
            case "footer", "aside" -> true;
            case "figure" -> box.element().selectFirst(SET_IN_FIGURES) == null;
            default -> box.names() == Names.NOISE;
        };
    }

    private boolean isArticle(Box box) {
        boolean holdsTitle = titles[box.to()] > titles[box.from()];
        return holdsTitle || holders.contains(box) || isMost(proseIn(box));
    }

    private boolean isMost(long letters) {
        return letters > 0 && letters >= ARTICLE_SHARE * prose[blocks.size()];
    }

    /** A linked heading with little text beside it leads to another story. */
    private void markTeaser(TextBlock heading) {
        var box = heading.box().parent();
        for (int climbed = 0;
                climbed < TEASER_DEPTH && box.filter(this::isTeaser).isPresent();
                climbed++) {
            mark(box.get());
            box = box.get().parent();
        }
    }

    private boolean isTeaser(Box box) {
        return proseIn(box) < LONGEST_TEASER && !isArticle(box);
    }

    private void mark(Box box) {
        // What is within a marked element is marked already: each block is marked once, however deep it stands.
        if (box.size() > 0 && noise.nextClearBit(box.from()) < box.to()) {
            noise.set(box.from(), box.to());
        }
    }
}
