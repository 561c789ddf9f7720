package io.missionwatch.enrich.explain;

import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.enrich.articles.Enrichment;
import io.missionwatch.enrich.events.Event;
import io.missionwatch.enrich.events.facets.Count;
import io.missionwatch.enrich.text.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints an article with its tags underlined and, beneath, why each tag and each facet of each event was chosen. */
public final class Explain {

    private final Page page;
    private final List<Mark> notes = new ArrayList<>();

    private Explain(Page page) {
        this.page = page;
    }

    /** For a terminal, in colours. */
    public static String terminal(ArticleText article, Enrichment enrichment) {
        return new Explain(new Terminal()).explain(article, enrichment);
    }

    /** For a file or another program, without colours. */
    public static String plain(ArticleText article, Enrichment enrichment) {
        return new Explain(new Plain()).explain(article, enrichment);
    }

    /** As a page of HTML that stands alone; nothing in the article can act in it. */
    public static String html(ArticleText article, Enrichment enrichment) {
        return new Explain(new Browser()).explain(article, enrichment);
    }

    private String explain(ArticleText article, Enrichment enrichment) {
        var out = new StringBuilder();
        if (!article.title().isBlank()) {
            out.append(page.heading(underlined(article.title(), Mark.of(enrichment, Field.TITLE))));
        }
        out.append(page.line(underlined(article.body(), Mark.of(enrichment, Field.BODY))));
        out.append(page.heading("Tags"));
        for (int i = 0; i < notes.size(); i++) {
            var mark = notes.get(i);
            out.append(page.line(page.text(
                    "[" + (i + 1) + "] " + mark.kind() + " " + mark.name() + ": " + Reasons.told(mark.reason()))));
        }
        out.append(page.heading("Events"));
        enrichment.events().forEach(event -> event(event, out));
        if (enrichment.events().isEmpty()) {
            out.append(page.line("none"));
        }
        return page.whole(out.toString());
    }

    private String underlined(String text, List<Mark> marks) {
        var out = new StringBuilder();
        int at = 0;
        for (var mark : marks) {
            notes.add(mark);
            out.append(page.text(text.substring(at, mark.span().start())));
            out.append(
                    page.marked(text.substring(mark.span().start(), mark.span().end()), mark.kind(), notes.size()));
            at = mark.span().end();
        }
        return out.append(page.text(text.substring(at))).toString();
    }

    private void event(Event event, StringBuilder out) {
        out.append(page.line(page.text("* " + event.type() + " " + event.means() + ", " + event.modality() + ", "
                + event.temporal() + ", " + event.verification() + participants(event))));
        for (var reason : event.reasons()) {
            var words = reason.words().isEmpty() ? "" : " \"" + reason.words() + "\"";
            out.append(page.line(page.text("    " + reason.facet() + ": " + reason.code() + words)));
        }
        for (var evidence : event.evidence()) {
            out.append(page.line(page.text("    > " + evidence.sentence().strip())));
        }
    }

    private static String participants(Event event) {
        var actors = event.actors().stream()
                .map(actor -> actor.actor().name() + " as " + actor.role())
                .collect(Collectors.joining("; "));
        var missions = event.missions().stream()
                .map(mission -> mission.type() + " of " + mission.sendingState().orElse("?"))
                .collect(Collectors.joining("; "));
        return told(" | killed ", event.casualties().killed().map(Explain::range))
                + told(" | wounded ", event.casualties().wounded().map(Explain::range))
                + told(" | at ", event.place().map(tag -> tag.place().name()))
                + told(" | ", Optional.of(missions).filter(words -> !words.isEmpty()))
                + told(" | ", Optional.of(actors).filter(words -> !words.isEmpty()))
                + told(" | says ", event.attribution().map(by -> by.speaker()));
    }

    private static String told(String label, Optional<String> words) {
        return words.map(label::concat).orElse("");
    }

    private static String range(Count count) {
        if (count.max().isEmpty()) {
            return count.min() + " or more";
        }
        int max = count.max().getAsInt();
        return max == count.min() ? String.valueOf(max) : count.min() + " to " + max;
    }
}
