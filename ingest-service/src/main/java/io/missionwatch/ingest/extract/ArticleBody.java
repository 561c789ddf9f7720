package io.missionwatch.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Picks the blocks of a page that are the article's paragraphs, headings and list items. */
final class ArticleBody {

    private final PageText page;
    private final Boilerplate boilerplate;
    private final String title;

    ArticleBody(PageText page, Boilerplate boilerplate, String title) {
        this.page = page;
        this.boilerplate = boilerplate;
        this.title = title;
    }

    List<TextBlock> blocks() {
        int main = MainBox.of(page);
        if (main < 0) {
            return List.of();
        }
        var box = page.boxes().get(main);
        List<TextBlock> chosen = new ArrayList<>();
        boolean started = false;
        for (int i = box.from(); i < box.to(); i++) {
            var block = page.blocks().get(i);
            if (!page.isNoise(i) && belongs(block)) {
                started |= block.isProse();
                if (started) {
                    chosen.add(block);
                }
            }
        }
        return withoutBareHeadings(chosen);
    }

    private boolean belongs(TextBlock block) {
        if (block.linkDensity() > 0.5
                || boilerplate.is(block.text())
                || block.text().equals(title)) {
            return false;
        }
        return switch (block.shape()) {
            case HEADING, PARAGRAPH, ITEM, CELL -> true;
            case OTHER -> block.isProse();
        };
    }

    /** Headings with nothing under them announce what was dropped. */
    private static List<TextBlock> withoutBareHeadings(List<TextBlock> chosen) {
        Deque<TextBlock> kept = new ArrayDeque<>();
        for (int i = chosen.size() - 1; i >= 0; i--) {
            var block = chosen.get(i);
            if (!block.isHeading() || isFollowed(block, kept.peekFirst())) {
                kept.addFirst(block);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isFollowed(TextBlock heading, TextBlock next) {
        return next != null && (!next.isHeading() || heading.headingLevel() < next.headingLevel());
    }
}
