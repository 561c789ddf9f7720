package io.missionwatch.bench.extract;

import io.missionwatch.ingest.extract.ArticleExtractor;
import io.missionwatch.ingest.extract.PublicationDate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.extended.Readability4JExtended;

/** An extractor in the comparison. */
enum Contender {
    MISSIONWATCH("missionwatch") {
        @Override
        Extraction extract(LabelledPage page) {
            var article = OURS.extract(page.html(), Optional.of("text/html; charset=utf-8"), page.url());
            return new Extraction(
                    article.title(),
                    article.body(),
                    article.authors(),
                    article.publishedAt().map(PublicationDate::day));
        }
    },
    READABILITY4J("readability4j 1.0.8") {
        @Override
        Extraction extract(LabelledPage page) {
            var html = new String(page.html(), StandardCharsets.UTF_8);
            var article = new Readability4JExtended(page.url().toString(), html).parse();
            var text = article.getTextContent();
            var byline = article.getByline();
            return new Extraction(
                    Optional.ofNullable(article.getTitle()).orElse(""),
                    text == null ? "" : text,
                    byline == null ? List.of() : List.of(byline),
                    Optional.empty());
        }
    };

    private static final ArticleExtractor OURS = new ArticleExtractor();

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract Extraction extract(LabelledPage page);
}
