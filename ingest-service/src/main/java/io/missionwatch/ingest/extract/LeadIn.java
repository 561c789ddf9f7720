package io.missionwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the lines between a title and the text that lead in to an article. */
final class LeadIn {

    private static final double SAME = 0.8;
    private static final int SHORTEST = 25;
    private static final int FARTHEST = 25;

    private final PageText page;
    private final String title;
    private final Optional<Guide> description;

    /**
     * Prepares to look.
     *
     * @param description what the page says that the article is about: often the very lines
     */
    LeadIn(PageText page, String title, Optional<Guide> description) {
        this.page = page;
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
            if (block.headingLevel() == 1 || block.text().equals(title)) {
                return i + 1;
            }
        }
        return start;
    }

    private boolean leadsIn(TextBlock block, int index) {
        if (block.length() < SHORTEST || block.linkDensity() > 0.4) {
            return false;
        }
        return isDescribed(block) || (!page.isNoise(index) && isNamed(block));
    }

    private boolean isDescribed(TextBlock block) {
        return description.filter(guide -> guide.coverage(block.text()) >= SAME).isPresent();
    }

    private static boolean isNamed(TextBlock block) {
        return block.box().names() == Names.LEAD
                || block.box().parent().filter(box -> box.names() == Names.LEAD).isPresent();
    }
}
