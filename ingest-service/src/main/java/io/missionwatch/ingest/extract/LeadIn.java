package io.missionwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the lines between a title and the text that lead in to an article. */
final class LeadIn {

    private static final double SAME = 0.8;
    private static final int SHORTEST = 25;
    private static final int SHORTEST_STANDFIRST = 60;
    private static final double LINKED_STANDFIRST = 0.2;
    private static final int FARTHEST = 25;

    private final PageText page;
    private final Boilerplate boilerplate;
    private final String title;
    private final Optional<Guide> description;

    /**
     * Prepares to look.
     *
     * @param description what the page says that the article is about: often the very lines
     */
    LeadIn(PageText page, Boilerplate boilerplate, String title, Optional<Guide> description) {
        this.page = page;
        this.boilerplate = boilerplate;
        this.title = title;
        this.description = description;
    }

    /** The body with what leads in to it in front. */
    List<TextBlock> before(List<TextBlock> body) {
        if (body.isEmpty()) {
            return body;
        }
        int start = page.blocks().indexOf(body.get(0));
        var text = Guide.of(body.stream().map(TextBlock::text).collect(Collectors.joining("\n")));
        List<TextBlock> whole = new ArrayList<>();
        for (int i = Math.max(0, titleBefore(start)); i < start; i++) {
            var block = page.blocks().get(i);
            if (leadsIn(block, i) && text.coverage(block.text()) < SAME && !whole.contains(block)) {
                whole.add(block);
            }
        }
        whole.addAll(body);
        return whole;
    }

    private int titleBefore(int start) {
        for (int i = start - 1; i >= Math.max(0, start - FARTHEST); i--) {
            var block = page.blocks().get(i);
            if (isTitle(block)) {
                return i + 1;
            }
        }
        return start;
    }

    private boolean isTitle(TextBlock block) {
        return block.headingLevel() == 1
                || block.text().equals(title)
                || (block.isHeading() && Guide.of(block.text()).coverage(title) >= SAME);
    }

    private boolean leadsIn(TextBlock block, int index) {
        if (block.length() < SHORTEST || block.linkDensity() > 0.4) {
            return false;
        }
        return isDescribed(block) || (!page.isNoise(index) && (isNamed(block) || isStandfirst(block)));
    }

    private boolean isDescribed(TextBlock block) {
        return description.filter(guide -> guide.coverage(block.text()) >= SAME).isPresent();
    }

    /** A summary is written as running text, where dates, credits and tags are not. */
    private boolean isStandfirst(TextBlock block) {
        return block.isProse()
                && block.length() >= SHORTEST_STANDFIRST
                && block.linkDensity() < LINKED_STANDFIRST
                && !boilerplate.is(block.text())
                && !Credits.endWith(block.text());
    }

    private static boolean isNamed(TextBlock block) {
        return block.box().names() == Names.LEAD
                || block.box().parent().filter(box -> box.names() == Names.LEAD).isPresent();
    }
}
