package io.missionwatch.topics;

import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Writes the topic catalogue as the table that the README shows. */
public final class TopicTable {

    private TopicTable() {}

    /** The table in Markdown, one row a topic, without dead-letter topics. */
    public static String markdown() {
        var rows = TopicCatalogue.withValues().stream().map(TopicTable::row).collect(Collectors.joining("\n"));
        return """
                | topic | key | value | partitions | kept | written by |
                |---|---|---|---|---|---|
                %s
                """.formatted(rows);
    }

    private static String row(Topic topic) {
        return "| `%s` | %s | %s | %d (embedded %d) | %s | %s |"
                .formatted(
                        topic.name(),
                        topic.key(),
                        topic.value().map(Schema::getName).orElse("bytes"),
                        Layout.CLUSTER.partitionsOf(topic),
                        Layout.EMBEDDED.partitionsOf(topic),
                        topic.retention().inWords(),
                        topic.writer());
    }
}
