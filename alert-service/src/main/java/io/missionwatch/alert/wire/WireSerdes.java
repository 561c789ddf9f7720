package io.missionwatch.alert.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.missionwatch.alert.book.AlertState;
import io.missionwatch.alert.book.BookInput;
import io.missionwatch.alert.matching.ArticleReach;
import io.missionwatch.alert.matching.WindowInput;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Serdes of what goes between the stages of the service and into its stores: the records of the domain as JSON. Nobody
 * else reads these, so they have no schema in the registry; a field that a newer version adds is absent in older records.
 */
public final class WireSerdes {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.USE_DEFAULTS))
            // Only components of records: a method such as isExercise() is worked out, not stored.
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .addMixIn(WindowInput.class, WindowInputTypes.class)
            .addMixIn(BookInput.class, BookInputTypes.class)
            .build();

    private WireSerdes() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WindowInput.Matched.class, name = "matched"),
        @JsonSubTypes.Type(value = WindowInput.Denied.class, name = "denied"),
        @JsonSubTypes.Type(value = WindowInput.Retracted.class, name = "retracted")
    })
    private interface WindowInputTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BookInput.Include.class, name = "include"),
        @JsonSubTypes.Type(value = BookInput.Withdraw.class, name = "withdraw"),
        @JsonSubTypes.Type(value = BookInput.Act.class, name = "act"),
        @JsonSubTypes.Type(value = BookInput.TimeReached.class, name = "time-reached")
    })
    private interface BookInputTypes {}

    /** What windows are told. */
    public static Serde<WindowInput> windowInputs() {
        return json(WindowInput.class);
    }

    /** What the book is told. */
    public static Serde<BookInput> bookInputs() {
        return json(BookInput.class);
    }

    /** What the book keeps. */
    public static Serde<AlertState> alertStates() {
        return json(AlertState.class);
    }

    /** What is known of articles. */
    public static Serde<ArticleReach> articleReaches() {
        return json(ArticleReach.class);
    }

    /** A serde of one record of the domain. */
    public static <T> Serde<T> json(Class<T> type) {
        return Serdes.serdeFrom((topic, value) -> bytes(type, value), (topic, bytes) -> value(type, bytes));
    }

    private static <T> byte[] bytes(Class<T> type, T value) {
        try {
            return value == null ? null : JSON.writerFor(type).writeValueAsBytes(value);
        } catch (JsonProcessingException failure) {
            throw new SerializationException("cannot write " + type.getSimpleName(), failure);
        }
    }

    private static <T> T value(Class<T> type, byte[] bytes) {
        try {
            return bytes == null ? null : JSON.readValue(bytes, type);
        } catch (IOException failure) {
            throw new SerializationException("cannot read " + type.getSimpleName(), failure);
        }
    }
}
