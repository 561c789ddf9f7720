package io.missionwatch.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Picks the blocks of a page that are the article's paragraphs, headings and list items. */
final class ArticleBody {

    private static final double COVERED = 0.8;
    private static final int SHORTEST_COVERED = 25;
    private static final int LONG_BEFORE_TITLE = 1_000;
    private static final int LONGEST_BODY = 1_000_000;
    private static final int LONG_PARAGRAPH = 100;
    private static final int LONG_HEADING = 60;
    private static final int AUDIBLE = 0;

    private final PageText page;
    private final Boilerplate boilerplate;
    private final String title;
    private final Optional<Guide> guide;
    private final LeadIn leadIn;

    /**
     * Prepares to pick.
     *
     * @param guide the article's text as the page gives it to machines
     * @param description what the page says that the article is about
     */
    ArticleBody(
            PageText page, Boilerplate boilerplate, String title, Optional<Guide> guide, Optional<Guide> description) {
        this.page = page;
        this.boilerplate = boilerplate;
        this.title = title;
        this.guide = guide;
        this.leadIn = new LeadIn(page, boilerplate, title, description);
    }

    List<TextBlock> blocks() {
        var covered = covered();
        var box = MainBox.of(page);
        int first = Math.min(box.map(Box::from).orElse(Integer.MAX_VALUE), first(covered));
        int end = Math.max(box.map(Box::to).orElse(0), covered.length());
        List<TextBlock> chosen = new ArrayList<>();
        int mutedAt = AUDIBLE;
        int length = 0;
        for (int i = afterTitle(first, end); i < end && length < LONGEST_BODY; i++) {
            var block = page.blocks().get(i);
            mutedAt = muted(block, mutedAt);
            boolean inBox =
                    mutedAt == AUDIBLE && !page.isNoise(i) && box.filter(in(i)).isPresent();
            if (covered.get(i)
                    || (inBox && (belongs(block) || isLinkedHeading(i)) && (block.isProse() || !chosen.isEmpty()))) {
                chosen.add(block);
                length += block.length();
            }
        }
        return leadIn.before(Repeats.dropped(withoutBareHeadings(chosen)));
    }

    private static Predicate<Box> in(int block) {
        return box -> box.contains(block);
    }

    /** A heading that announces something else mutes what stands under it, up to the next heading of its rank. */
    private int muted(TextBlock block, int mutedAt) {
        if (!block.isHeading() || block.headingLevel() > mutedAt) {
            return mutedAt;
        }
        return boilerplate.isWholly(block.text()) ? block.headingLevel() : AUDIBLE;
    }

    /** Where the text starts: behind the title, if that stands in the box above most of the running text. */
    private int afterTitle(int first, int end) {
        int before = 0;
        for (int i = first; i < end; i++) {
            var block = page.blocks().get(i);
            if (block.text().equals(title)) {
                return i + 1;
            }
            before += block.isProse() ? block.length() : 0;
            if (before > LONG_BEFORE_TITLE) {
                return first;
            }
        }
        return first;
    }

    private static int first(BitSet covered) {
        return covered.isEmpty() ? Integer.MAX_VALUE : covered.nextSetBit(0);
    }

    /** The blocks that the guide has word by word. */
    private BitSet covered() {
        var covered = new BitSet();
        for (int i = 0; guide.isPresent() && i < page.blocks().size(); i++) {
            var block = page.blocks().get(i);
            covered.set(
                    i,
                    block.length() >= SHORTEST_COVERED
                            && block.linkDensity() < 0.9
                            && !boilerplate.is(block.text())
                            && guide.get().coverage(block.text()) >= COVERED);
        }
        return covered;
    }

    private boolean belongs(TextBlock block) {
        if (isLinks(block)
                || Credits.endWith(block.text())
                || boilerplate.is(block.text())
                || block.text().equals(title)) {
            return false;
        }
        return switch (block.shape()) {
            case HEADING, PARAGRAPH, ITEM, CELL -> true;
            case OTHER -> block.isProse();
        };
    }

    /** A heading whose words are a link, right above text that stands beside it. */
    private boolean isLinkedHeading(int index) {
        var block = page.blocks().get(index);
        if (!block.isHeading() || index + 1 == page.blocks().size() || boilerplate.is(block.text())) {
            return false;
        }
        var next = page.blocks().get(index + 1);
        return next.isProse()
                && next.shape() == TextBlock.Shape.PARAGRAPH
                && block.box().parent().equals(next.box().parent());
    }

    /** Where most of a text is in links, it leads elsewhere, unless it is a paragraph that merely gives its sources. */
    private static boolean isLinks(TextBlock block) {
        boolean sourced =
                block.shape() == TextBlock.Shape.PARAGRAPH && block.sentences() && block.length() >= LONG_PARAGRAPH;
        return block.linkDensity() > (sourced ? 0.8 : 0.5);
    }

    /** Headings with nothing under them announce what was dropped, unless they are long enough to say something. */
    private static List<TextBlock> withoutBareHeadings(List<TextBlock> chosen) {
        Deque<TextBlock> kept = new ArrayDeque<>();
        for (int i = chosen.size() - 1; i >= 0; i--) {
            var block = chosen.get(i);
            if (!block.isHeading() || block.length() >= LONG_HEADING || isFollowed(block, kept.peekFirst())) {
                kept.addFirst(block);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isFollowed(TextBlock heading, TextBlock next) {
        return next != null && (!next.isHeading() || heading.headingLevel() < next.headingLevel());
    }
}
