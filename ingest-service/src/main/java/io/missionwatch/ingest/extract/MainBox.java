package io.missionwatch.ingest.extract;

import io.missionwatch.ingest.extract.TextBlock.Shape;
import java.util.Optional;

/**
 * Finds the element that holds the article: the one with the most running text and the least of anything else. An outer
 * element is preferred to an inner one only if it adds noticeably more.
 */
final class MainBox {

    private static final double WORTH_CLIMBING = 1.2;
    private static final double SHORT_PROSE_WEIGHT = 0.5;
    private static final double ITEM_WEIGHT = 0.3;
    private static final double ARTICLE_NAME_BONUS = 1.2;
    private static final int TITLE_REACH = 15;
    private static final int LONG_PROSE = 100;

    private MainBox() {}

    /** The box; empty where the page has no running text. */
    static Optional<Box> of(PageText page) {
        var sums = sums(page);
        var boxes = page.boxes();
        int best = -1;
        double bestWorth = 0;
        // From the last to the first, so that inner boxes come before those around them.
        for (int i = boxes.size() - 1; i >= 0; i--) {
            var box = boxes.get(i);
            double worth = (sums[box.to()] - sums[box.from()]) * bonus(box);
            boolean climbs = best >= 0
                    && box.from() <= boxes.get(best).from()
                    && box.to() >= boxes.get(best).to();
            if (worth > (climbs ? bestWorth * WORTH_CLIMBING : bestWorth)) {
                best = i;
                bestWorth = worth;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(firstOfSeveral(aroundParagraph(boxes.get(best)), page));
    }

    /** A single paragraph stands among others, shorter ones or such with many links. */
    private static Box aroundParagraph(Box best) {
        return best.tag().equals("p") ? best.parent().orElse(best) : best;
    }

    /** Where an element holds several articles with a title each, as endless pages do, the first one is the page's. */
    private static Box firstOfSeveral(Box best, PageText page) {
        var articles = page.boxes().stream()
                .filter(box -> box.tag().equals("article") && box.from() >= best.from() && box.to() <= best.to())
                .filter(box -> page.blocks().subList(box.from(), box.to()).stream()
                        .limit(TITLE_REACH)
                        .anyMatch(block -> block.headingLevel() == 1))
                .toList();
        return articles.size() > 1 ? articles.get(0) : best;
    }

    private static double bonus(Box box) {
        return box.names() == Names.ARTICLE ? ARTICLE_NAME_BONUS : 1;
    }

    private static double[] sums(PageText page) {
        var blocks = page.blocks();
        var sums = new double[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            sums[i + 1] = sums[i] + (page.isNoise(i) ? 0 : weight(blocks.get(i)));
        }
        return sums;
    }

    private static double weight(TextBlock block) {
        if (block.isProse()) {
            double weight = block.length() * (1 - block.linkDensity());
            boolean maybeTeaser = block.length() < LONG_PROSE;
            return weight * (maybeTeaser ? SHORT_PROSE_WEIGHT : 1) * (block.shape() == Shape.ITEM ? ITEM_WEIGHT : 1);
        }
        if (block.isHeading()) {
            return 0;
        }
        if (block.linkDensity() < 0.3 && block.shape() == Shape.PARAGRAPH) {
            return 0;
        }
        return block.linkDensity() > 0.5 ? -15 - 0.3 * Math.min(block.length(), 100) : -3;
    }
}
