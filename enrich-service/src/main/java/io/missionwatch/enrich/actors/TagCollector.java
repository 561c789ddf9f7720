package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Mention;
import io.missionwatch.enrich.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects mentions by actor; no two of them overlap. */
final class TagCollector {

    private final Document document;
    private final Map<String, Tagged> tagged = new LinkedHashMap<>();
    private final Map<String, Actor> acronyms = new HashMap<>();
    /** In the order of the text, in which most come. */
    private final List<Taken> taken = new ArrayList<>();

    /** A stretch of text that is spoken for, and by whom. */
    private record Taken(Span span, Actor actor) {}

    private record Tagged(Actor actor, List<Mention> mentions) {

        ActorTag in(Context context) {
            mentions.sort(Comparator.comparing(Mention::span));
            return new ActorTag(actor.id(), actor.name(), actor.typeIn(context), actor.country(), mentions);
        }
    }

    TagCollector(Document document) {
        this.document = document;
    }

    boolean free(Span span) {
        int before = before(span.field(), span.end());
        return before < 0 || !reaches(taken.get(before).span(), span);
    }

    private static boolean reaches(Span before, Span span) {
        return before.field() == span.field() && before.end() > span.start();
    }

    /** The last stretch that begins before an offset; -1 where none does. */
    private int before(Field field, int offset) {
        int low = 0;
        int high = taken.size();
        int middle = high - 1;
        while (low < high) {
            if (begins(taken.get(middle).span(), field, offset)) {
                low = middle + 1;
            } else {
                high = middle;
            }
            middle = (low + high) >>> 1;
        }
        return low - 1;
    }

    private static boolean begins(Span span, Field field, int offset) {
        return span.field() == field ? span.start() < offset : span.field().compareTo(field) < 0;
    }

    /** Adds a mention unless the stretch is spoken for. */
    void add(Actor actor, Span span, String reason) {
        int before = before(span.field(), span.end());
        if (before >= 0 && reaches(taken.get(before).span(), span)) {
            return;
        }
        taken.add(before + 1, new Taken(span, actor));
        tagged.computeIfAbsent(actor.id(), id -> new Tagged(actor, new ArrayList<>()))
                .mentions()
                .add(document.mention(span, reason));
    }

    /** The nearest group named before the offset, within the distance, if any. */
    Optional<Actor> groupBefore(Field field, int offset, int earliest) {
        for (int at = before(field, offset); at >= 0; at--) {
            var span = taken.get(at).span();
            if (span.field() != field || span.start() < earliest) {
                return Optional.empty();
            }
            if (taken.get(at).actor().type() == ActorType.ARMED_GROUP) {
                return Optional.of(taken.get(at).actor());
            }
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

    /** The actors in the order in which the text first names them, each of the type that it has there. */
    List<ActorTag> tags(Context context) {
        var tags = new ArrayList<ActorTag>(tagged.size());
        tagged.values().forEach(one -> tags.add(one.in(context)));
        tags.sort(Comparator.comparing(tag -> tag.mentions().get(0).span()));
        return List.copyOf(tags);
    }

    /** They are of the same types in both contexts. */
    boolean areSameIn(Context one, Context other) {
        for (var each : tagged.values()) {
            if (each.actor().typeIn(one) != each.actor().typeIn(other)) {
                return false;
            }
        }
        return true;
    }
}
