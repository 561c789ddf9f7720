package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.List;

/** Finds the actors that a text names: by name, by the form of a name, and by words that point back to one. Safe for many threads. */
public final class ActorTagger {

    private final ActorLexicon lexicon;
    private final StateNames stateNames;
    private final UnlistedGroups unlisted = new UnlistedGroups();
    /** A sentence without one of these words tells of no group but by a listed name. */
    private final WordSet needed = unlisted.needed().and(Extremists.NOUNS).and(BackReferences.HEADS);

    public ActorTagger(ActorLexicon lexicon) {
        this.lexicon = lexicon;
        this.stateNames = new StateNames(lexicon);
    }

    public List<ActorTag> tag(Document document) {
        return tag(document, ActorHints.NONE);
    }

    /** The actors in the order in which the text first names them. */
    public List<ActorTag> tag(Document document, ActorHints hints) {
        return read(document, hints).tags();
    }

    /** As {@link #tag(Document, ActorHints)}, with a way to look again once the places of the text are known. */
    public ActorReading read(Document document, ActorHints hints) {
        return new ActorReading(this, document, hints, MatchCollector.matches(lexicon, document));
    }

    /** Tags all that is found in a document, where the listed names mean what was chosen. */
    TagCollector collect(Document document, List<Match> found, Choice choice) {
        var tags = new TagCollector(document);
        for (var match : found) {
            if (match.isActor() && Surroundings.nameActor(document, match)) {
                choice.of(match).ifPresent(chosen -> tags.add(chosen.actor(), match.span(), chosen.reason()));
            }
        }
        choice.certain().define(tags);
        var telling = telling(document);
        unlisted.find(document, telling, tags);
        Extremists.find(telling, tags);
        tags.tagAcronyms();
        stateNames.find(document, found, tags);
        BackReferences.find(telling, tags);
        return tags;
    }

    private List<Sentence> telling(Document document) {
        var telling = new ArrayList<Sentence>();
        for (var sentence : document.sentences()) {
            if (needed.hasAny(sentence.tokens())) {
                telling.add(sentence);
            }
        }
        return telling;
    }
}
