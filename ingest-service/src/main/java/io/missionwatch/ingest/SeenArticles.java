package io.missionwatch.ingest;

import io.missionwatch.ingest.StateSerdes.SeenArticle;
import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.articles.ContentHash;
import io.missionwatch.schema.Article;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Decides for each article whether it is new, a new revision or nothing new. Remembers the newest revision of every
 * article, for as long as the settings say after it was written last.
 */
final class SeenArticles implements ProcessorSupplier<String, Article, String, Article> {

    static final String STORE = "seen-articles";

    private final Duration kept;
    private final IngestMeters meters;

    SeenArticles(Duration kept, IngestMeters meters) {
        this.kept = kept;
        this.meters = meters;
    }

    @Override
    public Processor<String, Article, String, Article> get() {
        return new Decider();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), StateSerdes.seenArticle()));
    }

    private final class Decider implements Processor<String, Article, String, Article> {

        private ProcessorContext<String, Article> context;
        private KeyValueStore<String, SeenArticle> seen;

        @Override
        public void init(ProcessorContext<String, Article> initialised) {
            context = initialised;
            seen = initialised.getStateStore(STORE);
            Sweep.schedule(initialised, seen, SeenArticle::at, kept);
        }

        @Override
        public void process(Record<String, Article> record) {
            var article = record.value();
            var words = words(article);
            long hash = ContentHash.of(words);
            boolean isWithdrawn = ArticleDraft.isWithdrawn(words);
            var before = seen.get(record.key());
            if (before == null && isWithdrawn) {
                meters.unchangedArticle();
            } else if (before == null) {
                write(record, 1, hash);
                meters.newArticle();
            } else if (isLiveAgain(article, before)) {
                write(record, before.revision() + 1, hash);
                meters.newRevision();
            } else if (before.hash() == hash
                    || isPast(article, before)
                    || !isWithdrawn && isLesserCopy(article, before)) {
                meters.unchangedArticle();
            } else {
                write(record, before.revision() + 1, hash);
                meters.newRevision();
            }
        }

        private static String words(Article article) {
            var summary = Optional.ofNullable(article.getSummary()).orElse("");
            return ArticleDraft.words(article.getTitle(), summary, article.getBody());
        }

        // What is in the news now must not stay an exercise because somebody had brought it in from an archive.
        private static boolean isLiveAgain(Article article, SeenArticle before) {
            return before.backfill() && !article.getBackfill();
        }

        // An archive's copy takes nothing back from the news.
        private static boolean isPast(Article article, SeenArticle before) {
            return article.getBackfill() && !before.backfill();
        }

        // Feeds of one outlet carry one story in several lengths: the longest is the article, the others are no
        // revisions.
        private static boolean isLesserCopy(Article article, SeenArticle before) {
            return !article.getFeedId().equals(before.feedId())
                    && article.getBody().length() <= before.length();
        }

        private void write(Record<String, Article> record, int revision, long hash) {
            var article =
                    Article.newBuilder(record.value()).setRevision(revision).build();
            var mark = new SeenArticle(
                    revision,
                    hash,
                    article.getBody().length(),
                    record.timestamp(),
                    article.getFeedId(),
                    article.getBackfill());
            seen.put(record.key(), mark);
            context.forward(record.withValue(article));
        }
    }
}
