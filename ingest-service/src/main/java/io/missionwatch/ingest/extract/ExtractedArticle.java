package io.missionwatch.ingest.extract;

import java.util.List;
import java.util.Optional;

/**
 * What a page says as an article, without what surrounds it.
 *
 * @param title the headline without the outlet's name; empty where the page has none
 * @param body the paragraphs, separated by newlines; empty where no article was found
 * @param authors the names in the order of the page, without roles
 * @param publishedAt the date that the page gives; never guessed
 * @param language a BCP 47 tag
 * @param canonicalUrl the absolute address that the page calls its own
 * @param outlet the name of the publisher
 * @param quality from 0 (no article) to 1 (surely the whole article)
 */
public record ExtractedArticle(
        String title,
        String body,
        List<String> authors,
        Optional<PublicationDate> publishedAt,
        Optional<String> language,
        Optional<String> canonicalUrl,
        Optional<String> outlet,
        double quality) {

    public ExtractedArticle {
        authors = List.copyOf(authors);
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("quality must be within 0 and 1, but is " + quality);
        }
    }
}
