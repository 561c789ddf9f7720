package io.missionwatch.ingest.polling;

import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.articles.ArticleReader;
import io.missionwatch.ingest.feeds.FeedDate;
import io.missionwatch.ingest.feeds.FeedEntry;
import io.missionwatch.ingest.feeds.ParsedFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes articles of the items of a document: of those that may be used now, of several versions of one item the last, and
 * of what its publisher has canceled nothing but that.
 */
final class DocumentArticles {

    private final ArticleReader.Origin origin;
    private final ItemFilter wanted;

    DocumentArticles(ArticleReader.Origin origin, ItemFilter wanted) {
        this.origin = origin;
        this.wanted = wanted;
    }

    /** The articles; feeds list the newest first, readers of the topic want the oldest first. */
    List<ArticleDraft> of(ParsedFeed parsed) {
        var versions = parsed.wholeEntries().stream()
                .filter(entry -> !entry.release().isHeldAt(origin.fetchedAt()))
                .flatMap(entry -> version(entry).stream())
                .toList();
        var canceled = versions.stream()
                .map(Version::article)
                .filter(ArticleDraft::isWithdrawn)
                .map(ArticleDraft::articleId)
                .collect(Collectors.toSet());
        var last = new LinkedHashMap<String, Version>();
        versions.stream()
                .filter(version -> version.article().isWithdrawn()
                        || !canceled.contains(version.article().articleId()))
                .forEach(version -> last.merge(version.key(last.size()), version, Version::later));
        var articles =
                new ArrayList<>(last.values().stream().map(Version::article).toList());
        Collections.reverse(articles);
        return articles;
    }

    /** Whether the same document has more to tell later: an item whose embargo ends, or its own end. */
    boolean isToBeReadAgain(ParsedFeed parsed) {
        return parsed.breaksOff()
                || parsed.entries().stream().anyMatch(entry -> entry.release().isEmbargoedAt(origin.fetchedAt()));
    }

    private Optional<Version> version(FeedEntry entry) {
        var article = entry.release().isCanceled()
                ? ArticleReader.withdrawn(entry, origin)
                : ArticleReader.read(entry, origin).filter(wanted::takes);
        var changed = entry.updated().or(entry::published).map(FeedDate::instant);
        return article.map(draft -> new Version(draft, entry.id(), changed));
    }

    /** An article as one item has it. */
    private record Version(ArticleDraft article, String guid, Optional<Instant> changed) {

        /** The same for versions of one item; items without a name of their own are never that. */
        String key(int number) {
            return guid.isEmpty() && !article.isWithdrawn() ? "#" + number : article.articleId() + "|" + guid;
        }

        /** This one, unless the other says that it is younger. */
        Version later(Version other) {
            boolean isOther = changed.isPresent()
                    && other.changed.filter(changed.get()::isBefore).isPresent();
            return isOther ? other : this;
        }
    }
}
