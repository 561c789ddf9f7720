package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Mention;
import io.missionwatch.enrich.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects mentions by actor; no two of them overlap. */
final class TagCollector {

    private final Document document;
    private final Context context;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, List<Mention>> mentions = new LinkedHashMap<>();
    private final Map<String, Actor> acronyms = new HashMap<>();
    private final Map<Field, TreeMap<Integer, Taken>> taken = new EnumMap<>(Field.class);

    /** A stretch of text that is spoken for, and by whom. */
    record Taken(Span span, Actor actor) {}

    TagCollector(Document document, Context context) {
        this.document = document;
        this.context = context;
        for (var field : Field.values()) {
            taken.put(field, new TreeMap<>());
        }
    }

    Context context() {
        return context;
    }

    boolean free(Span span) {
        var before = taken.get(span.field()).lowerEntry(span.end());
        return before == null || before.getValue().span().end() <= span.start();
    }

    /** Adds a mention unless the stretch is spoken for. */
    void add(Actor actor, Span span, String reason) {
        if (!free(span)) {
            return;
        }
        taken.get(span.field()).put(span.start(), new Taken(span, actor));
        actors.putIfAbsent(actor.id(), actor);
        mentions.computeIfAbsent(actor.id(), id -> new ArrayList<>()).add(document.mention(span, reason));
    }

    /** The nearest group named before the offset, within the distance, if any. */
    Optional<Actor> groupBefore(Field field, int offset, int earliest) {
        var entry = taken.get(field).lowerEntry(offset);
        while (entry != null && entry.getValue().span().start() >= earliest) {
            var actor = entry.getValue().actor();
            if (actor.type() == ActorType.ARMED_GROUP) {
                return Optional.of(actor);
            }
            entry = taken.get(field).lowerEntry(entry.getKey());
        }
        return Optional.empty();
    }

    /** The text gives the actor an acronym. */
    void define(String acronym, Actor actor) {
        acronyms.putIfAbsent(acronym, actor);
    }

    /** Tags every use of the acronyms that the text defines. */
    void tagAcronyms() {
        if (!acronyms.isEmpty()) {
            document.tokens().stream()
                    .filter(token -> acronyms.containsKey(token.text()))
                    .forEach(token -> add(acronyms.get(token.text()), token.span(), "acronym-defined"));
        }
    }

    List<ActorTag> tags() {
        return mentions.entrySet().stream()
                .map(entry -> tag(actors.get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(tag -> tag.mentions().get(0).span()))
                .toList();
    }

    private ActorTag tag(Actor actor, List<Mention> found) {
        found.sort(Comparator.comparing(Mention::span));
        return new ActorTag(actor.id(), actor.name(), actor.typeIn(context), actor.country(), found);
    }
}
