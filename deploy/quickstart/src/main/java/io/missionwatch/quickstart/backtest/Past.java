package io.missionwatch.quickstart.backtest;

import io.missionwatch.schema.Article;
import io.missionwatch.schema.NewsEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** News of the past, in the order in which it came. */
public sealed interface Past {

    /** Articles, to be tagged first. */
    record Articles(List<Article> list) implements Past {
        public Articles {
            list = List.copyOf(list);
        }

        @Override
        public Instant start() {
            return list.isEmpty() ? Instant.EPOCH : list.get(0).getFetchedAt();
        }
    }

    /** Events, as they were told then. */
    record Events(List<NewsEvent> list) implements Past {
        public Events {
            list = List.copyOf(list);
        }

        @Override
        public Instant start() {
            return list.isEmpty() ? Instant.EPOCH : list.get(0).getArticle().getFetchedAt();
        }
    }

    /** When it begins. */
    Instant start();

    /**
     * Articles of a file, one a line, as JSON.
     *
     * @throws BacktestException naming file and line of a malformed article
     * @throws IOException when the file cannot be read
     */
    static Past in(Path file) throws IOException {
        var records = new ArticleRecords();
        return new Articles(PastArticles.read(file).stream().map(records::of).toList());
    }
}
