package io.missionwatch.ingest.extract;

import static io.missionwatch.ingest.extract.ArticleExtractor.length;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Finds the article of a page that shows little or nothing of it before its scripts have run: in elements that wait
 * hidden, or as HTML in a string of a script. Where there is none, all that is shown may be the article.
 */
final class UnshownText {

    private static final int TIMES_LONGER = 2;
    private static final int SHORTEST = 300;
    private static final int MOST_LINES = 40;

    private final Document document;
    private final Function<PageText, List<TextBlock>> body;

    /**
     * Prepares to look.
     *
     * @param body picks an article's blocks from a page
     */
    UnshownText(Document document, Function<PageText, List<TextBlock>> body) {
        this.document = document;
        this.body = body;
    }

    /**
     * What is not shown, or else what is.
     *
     * @param fits whether a text is that of the page's title, and not of a notice that waits hidden too
     */
    List<TextBlock> insteadOf(List<TextBlock> shown, Predicate<List<TextBlock>> fits) {
        return Stream.of(hidden(), inScripts())
                .filter(blocks -> length(blocks) >= Math.max(SHORTEST, TIMES_LONGER * length(shown)))
                .filter(fits)
                .findFirst()
                .orElseGet(() -> shown.isEmpty() ? allShown() : shown);
    }

    private List<TextBlock> hidden() {
        return body.apply(PageReader.readWithHidden(document.body()));
    }

    private List<TextBlock> inScripts() {
        return new ScriptStrings(document)
                .longestHtml()
                .map(html -> body.apply(PageReader.read(Jsoup.parse(html).body())))
                .orElse(List.of());
    }

    /** The lines of a page that has few and no form: one with a form asks and does not tell. */
    private List<TextBlock> allShown() {
        var page = PageReader.read(document.body());
        if (page.blocks().size() > MOST_LINES || document.selectFirst("form") != null) {
            return List.of();
        }
        return Stream.iterate(0, i -> i < page.blocks().size(), i -> i + 1)
                .filter(i -> !page.isNoise(i))
                .map(page.blocks()::get)
                .filter(block -> block.linkDensity() < 0.5 && block.headingLevel() != 1)
                .toList();
    }
}
