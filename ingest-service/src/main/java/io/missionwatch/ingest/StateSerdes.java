package io.missionwatch.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.ingest.polling.FeedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** How the state of this service, which nobody else reads, is kept in its stores. */
final class StateSerdes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte LIVE = 1;
    private static final byte BACKFILL = 2;
    private static final byte LINKED = 1;
    private static final byte SAID = 2;

    private StateSerdes() {}

    /**
     * An item that a feed carried.
     *
     * @param hash of its words
     * @param at when it was seen last, milliseconds since 1970
     * @param articleId the article that it is; empty where an older version of this service wrote it
     * @param pageTries how often its page has been asked for in vain and is still wanted; 0 where nothing is wanted
     */
    record SeenItem(long hash, long at, Optional<String> articleId, int pageTries) {

        SeenItem(long hash, long at, Optional<String> articleId) {
            this(hash, at, articleId, 0);
        }
    }

    /**
     * A name of an article.
     *
     * @param articleId who goes by it
     * @param title hash of the title
     * @param page hash of the text of its page; 0 where none was read
     * @param at when it was seen last, milliseconds since 1970
     * @param linked a feed links the article by it; else only its page says so
     */
    record ArticleAlias(String articleId, long title, long page, long at, boolean linked) {

        ArticleAlias seenAt(long now) {
            return new ArticleAlias(articleId, title, page, now, linked);
        }
    }

    /**
     * The newest revision of an article that was written.
     *
     * @param revision its number
     * @param hash of its words
     * @param length of its body
     * @param at when it was written, milliseconds since 1970
     * @param feedId the feed that it is taken from
     * @param backfill it was brought in from the past
     */
    record SeenArticle(int revision, long hash, int length, long at, String feedId, boolean backfill) {}

    static Serde<FeedState> feedState() {
        return of(StateSerdes::json, StateSerdes::feedState);
    }

    private static byte[] json(FeedState state) {
        try {
            return JSON.writeValueAsBytes(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeedState feedState(byte[] bytes) {
        try {
            return JSON.readValue(bytes, FeedState.class);
        } catch (IOException e) {
            throw new SerializationException("a feed state that this version cannot read", e);
        }
    }

    static Serde<SeenItem> seenItem() {
        return of(StateSerdes::bytes, StateSerdes::seenItem);
    }

    private static byte[] bytes(SeenItem item) {
        var id = item.articleId().map(UUID::fromString);
        var buffer = ByteBuffer.allocate(id.isEmpty() ? 16 : item.pageTries() == 0 ? 32 : 33)
                .putLong(item.hash())
                .putLong(item.at());
        id.ifPresent(uuid -> buffer.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits()));
        if (buffer.hasRemaining()) {
            buffer.put((byte) item.pageTries());
        }
        return buffer.array();
    }

    private static SeenItem seenItem(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new SeenItem(
                buffer.getLong(),
                buffer.getLong(),
                buffer.hasRemaining()
                        ? Optional.of(new UUID(buffer.getLong(), buffer.getLong()).toString())
                        : Optional.empty(),
                buffer.hasRemaining() ? buffer.get() : 0);
    }

    static Serde<ArticleAlias> articleAlias() {
        return of(StateSerdes::bytes, StateSerdes::articleAlias);
    }

    private static byte[] bytes(ArticleAlias alias) {
        var id = UUID.fromString(alias.articleId());
        return ByteBuffer.allocate(41)
                .put(alias.linked() ? LINKED : SAID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(alias.title())
                .putLong(alias.page())
                .putLong(alias.at())
                .array();
    }

    private static ArticleAlias articleAlias(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        byte kind = buffer.get();
        if (kind != LINKED && kind != SAID) {
            throw new SerializationException("an article's name that this version cannot read");
        }
        var id = new UUID(buffer.getLong(), buffer.getLong()).toString();
        return new ArticleAlias(id, buffer.getLong(), buffer.getLong(), buffer.getLong(), kind == LINKED);
    }

    static Serde<SeenArticle> seenArticle() {
        return of(StateSerdes::bytes, StateSerdes::seenArticle);
    }

    private static byte[] bytes(SeenArticle article) {
        var feed = article.feedId().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(25 + feed.length)
                .put(article.backfill() ? BACKFILL : LIVE)
                .putInt(article.revision())
                .putLong(article.hash())
                .putInt(article.length())
                .putLong(article.at())
                .put(feed)
                .array();
    }

    private static SeenArticle seenArticle(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        byte kind = buffer.get();
        if (kind != LIVE && kind != BACKFILL) {
            throw new SerializationException("a seen article that this version cannot read");
        }
        return new SeenArticle(
                buffer.getInt(),
                buffer.getLong(),
                buffer.getInt(),
                buffer.getLong(),
                new String(bytes, buffer.position(), buffer.remaining(), StandardCharsets.UTF_8),
                kind == BACKFILL);
    }

    private interface Encoder<T> {
        byte[] encode(T value);
    }

    private interface Decoder<T> {
        T decode(byte[] bytes);
    }

    // Stores hand in null for what is not there and expect null back.
    private static <T> Serde<T> of(Encoder<T> encoder, Decoder<T> decoder) {
        Serializer<T> serializer = (topic, value) -> value == null ? null : encoder.encode(value);
        Deserializer<T> deserializer = (topic, bytes) -> bytes == null ? null : decoder.decode(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
