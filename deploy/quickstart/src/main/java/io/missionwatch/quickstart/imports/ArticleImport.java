package io.missionwatch.quickstart.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.missionwatch.ingest.submissions.Submission;
import io.missionwatch.ingest.submissions.SubmissionReader;
import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.schema.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Brings articles of the past into the stream. */
public final class ArticleImport {

    private static final int MOST_MARKS = 1_000_000;

    private final SubmissionReader reader;
    private final Path refusals;
    private final ImportProgress progress;

    /**
     * An import.
     *
     * @param outlet the outlet of articles that name none
     * @param refusals the file that gets a line for each refusal, made at the first
     * @param progress told how far it is
     */
    public ArticleImport(String outlet, Path refusals, ImportProgress progress) {
        this.reader = new SubmissionReader(Optional.of(outlet), false);
        this.refusals = refusals;
        this.progress = progress;
    }

    /** Told how far an import is. */
    public interface ImportProgress {
        /** So many of so many bytes are read, and so many articles sent. */
        void at(long bytes, long ofBytes, long sent);
    }

    /**
     * How it went.
     *
     * @param sent articles that are safe in Kafka
     * @param duplicate articles that the files hold more than once with the same words
     * @param refused what was no article
     */
    public record Counts(long sent, long duplicate, long refused) {}

    /** Reads all files and sends what is in them; returns when all is safe. */
    public Counts to(Cluster cluster, List<Path> paths) throws IOException {
        try (var sender = ArticleSender.to(cluster)) {
            var counts = run(paths, sender::send);
            sender.finish();
            return counts;
        }
    }

    /** Reads all files, and only says what would be sent. */
    public Counts nowhere(List<Path> paths) throws IOException {
        return run(paths, article -> {});
    }

    Counts run(List<Path> paths, Consumer<Article> send) throws IOException {
        var files = ImportFiles.of(paths);
        long total = 0;
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            total += Files.size(file);
        }
        try (var run = new Run(send, total)) {
            var reading = new ImportFiles(reader);
            for (var file : files) {
                reading.read(file, run);
            }
            return run.counts();
        }
    }

    /** One run over files: what has been sent, and what was refused. */
    private final class Run implements ImportSink, AutoCloseable {

        private final Consumer<Article> send;
        private final long total;
        private final Clock clock = Clock.systemUTC();
        private final Set<Long> marks = new HashSet<>();
        private Optional<Writer> log = Optional.empty();
        private long bytes;
        private long sent;
        private long duplicate;
        private long refused;

        Run(Consumer<Article> send, long total) {
            this.send = send;
            this.total = total;
        }

        @Override
        public void article(Submission article) {
            var record = ArticleSender.record(article, clock.instant());
            boolean isNew = marks.size() >= MOST_MARKS || marks.add(ArticleSender.mark(record));
            if (isNew) {
                send.accept(record);
                sent++;
            } else {
                duplicate++;
            }
            progress.at(bytes, total, sent);
        }

        @Override
        public void refuse(String where, String reason) {
            refused++;
            try {
                if (log.isEmpty()) {
                    log = Optional.of(Files.newBufferedWriter(refusals));
                }
                var line = JsonNodeFactory.instance
                        .objectNode()
                        .put("where", where)
                        .put("reason", reason);
                log.get().write(line + "\n");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void read(long more) {
            bytes += more;
            progress.at(bytes, total, sent);
        }

        Counts counts() {
            return new Counts(sent, duplicate, refused);
        }

        @Override
        public void close() throws IOException {
            if (log.isPresent()) {
                log.get().close();
            }
        }
    }
}
