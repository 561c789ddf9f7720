package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import java.util.List;

/** The actors of a text as its words alone tell them; a name that means another actor elsewhere can be read again by where it plays. */
public final class ActorReading {

    private final ActorTagger tagger;
    private final Document document;
    private final ActorHints hints;
    private final List<Match> found;
    private final Choice choice;
    private final TagCollector collected;
    private final List<ActorTag> tags;

    ActorReading(ActorTagger tagger, Document document, ActorHints hints, List<Match> found) {
        this.tagger = tagger;
        this.document = document;
        this.hints = hints;
        this.found = found;
        this.choice = choice(hints);
        this.collected = tagger.collect(document, found, choice);
        this.tags = collected.tags(choice.context());
    }

    private Choice choice(ActorHints given) {
        return new Choice(document, found, Context.of(document, given, found));
    }

    public List<ActorTag> tags() {
        return tags;
    }

    /** Some name of the text means an actor in some countries only. */
    public boolean isBoundToPlaces() {
        for (var match : found) {
            if (match.isBoundToPlaces()) {
                return true;
            }
        }
        return false;
    }

    /** The actors, given that the text plays in a country. */
    public List<ActorTag> within(String country) {
        var there = hints.with(country);
        var context = Context.of(document, there, found);
        if (choice.holdsIn(context) && collected.areSameIn(choice.context(), context)) {
            return tags;
        }
        return new ActorReading(tagger, document, there, found).tags();
    }
}
