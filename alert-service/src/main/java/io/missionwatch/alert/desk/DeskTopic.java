package io.missionwatch.alert.desk;

import io.missionwatch.schema.ApiToken;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.Suppression;
import io.missionwatch.schema.WatchList;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of one partition that operators change at the desk.
 *
 * @param <T> type of its values
 * @param topic the topic
 * @param type class of its values
 * @param thing what one of them is called
 */
public record DeskTopic<T extends SpecificRecord>(Topic topic, Class<T> type, String thing) {

    /** Patterns of the operator. */
    public static final DeskTopic<Pattern> PATTERNS =
            new DeskTopic<>(TopicCatalogue.PATTERNS, Pattern.class, "pattern");

    /** Silences, maintenance windows and false positives. */
    public static final DeskTopic<Suppression> SUPPRESSIONS =
            new DeskTopic<>(TopicCatalogue.SUPPRESSIONS, Suppression.class, "suppression");

    /** Watch lists. */
    public static final DeskTopic<WatchList> WATCH_LISTS =
            new DeskTopic<>(TopicCatalogue.WATCH_LISTS, WatchList.class, "watch-list");

    /** API tokens. */
    public static final DeskTopic<ApiToken> TOKENS =
            new DeskTopic<>(TopicCatalogue.API_TOKENS, ApiToken.class, "token");

    /** All of them. */
    public static List<DeskTopic<?>> all() {
        return List.of(PATTERNS, SUPPRESSIONS, WATCH_LISTS, TOKENS);
    }

    /** The topics that whoever opens a desk needs. */
    public static List<Topic> topics() {
        return List.of(
                TopicCatalogue.PATTERNS,
                TopicCatalogue.SUPPRESSIONS,
                TopicCatalogue.WATCH_LISTS,
                TopicCatalogue.API_TOKENS,
                TopicCatalogue.AUDIT);
    }
}
