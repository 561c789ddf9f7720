package io.missionwatch.quickstart.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.alert.api.AvroJson;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.Mention;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the tags of an article as a line of {@code enriched.jsonl}. */
public final class EnrichedLines {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EnrichedLines() {}

    /** The line; its lists are empty for an article that could not be enriched. */
    public static ObjectNode of(String id, Optional<EnrichedArticle> tags) {
        var line = JSON.objectNode().put("id", id);
        var actors = line.putArray("actors");
        var places = line.putArray("places");
        var missions = line.putArray("missions");
        var events = line.putArray("events");
        tags.ifPresent(found -> {
            found.getActors().forEach(actor -> actors.add(with(AvroJson.of(actor), actor.getMentions())));
            found.getPlaces().forEach(place -> places.add(with(AvroJson.of(place), place.getMentions())));
            found.getMissions().forEach(mission -> missions.add(with(AvroJson.of(mission), mission.getMentions())));
            found.getEvents().forEach(event -> events.add(AvroJson.of(event)));
        });
        return line;
    }

    private static ObjectNode with(ObjectNode tag, List<Mention> mentions) {
        tag.set("mentions", mentions(mentions));
        return tag;
    }

    /** Fields of an article go by their lower-case names here. */
    private static ArrayNode mentions(List<Mention> mentions) {
        var nodes = JSON.arrayNode();
        mentions.forEach(mention -> nodes.add(
                AvroJson.of(mention).put("field", mention.getField().name().toLowerCase(Locale.ROOT))));
        return nodes;
    }
}
