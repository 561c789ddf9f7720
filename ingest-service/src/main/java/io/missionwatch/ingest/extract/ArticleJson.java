package io.missionwatch.ingest.extract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An extracted article as a JSON object. */
final class ArticleJson {

    private ArticleJson() {}

    /** What is not known is null. */
    static ObjectNode of(String file, ExtractedArticle article) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("file", file);
        node.put("title", article.title());
        node.put("body", article.body());
        article.authors().forEach(node.putArray("authors")::add);
        node.put(
                "publishedAt",
                article.publishedAt().map(PublicationDate::toString).orElse(null));
        node.put("language", article.language().orElse(null));
        node.put("canonicalUrl", article.canonicalUrl().orElse(null));
        node.put("outlet", article.outlet().orElse(null));
        node.put("quality", Math.round(article.quality() * 1000) / 1000.0);
        return node;
    }
}
