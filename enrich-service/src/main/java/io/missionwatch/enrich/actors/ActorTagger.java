package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.actors.ActorLexicon.CountryWord;
import io.missionwatch.enrich.actors.ActorLexicon.Named;
import io.missionwatch.enrich.actors.ActorLexicon.NoActor;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the actors that a text names: by name, by the form of a name, and by words that point back to one. Safe for many threads. */
public final class ActorTagger {

    /** "US" is the name of a country before it is an adjective. */
    private static final Comparator<CountryWord> NAMES_FIRST = Comparator.comparing(CountryWord::adjective);

    private final ActorLexicon lexicon;
    private final Choice choice = new Choice();
    private final StateNames stateNames;
    private final UnlistedGroups unlisted = new UnlistedGroups();
    private final BackReferences backReferences = new BackReferences();

    public ActorTagger(ActorLexicon lexicon) {
        this.lexicon = lexicon;
        this.stateNames = new StateNames(lexicon);
    }

    public List<ActorTag> tag(Document document) {
        return tag(document, ActorHints.NONE);
    }

    /** The actors in the order in which the text first names them. */
    public List<ActorTag> tag(Document document, ActorHints hints) {
        return tag(document, hints, found(document));
    }

    /** As {@link #tag(Document, ActorHints)}, with a way to look again once the places of the text are known. */
    public ActorReading read(Document document, ActorHints hints) {
        var found = found(document);
        boolean isBoundToPlaces = found.stream().anyMatch(Match::isBoundToPlaces);
        return new ActorReading(
                tag(document, hints, found), isBoundToPlaces, country -> tag(document, hints.with(country), found));
    }

    private List<ActorTag> tag(Document document, ActorHints hints, List<Match> found) {
        var context = context(document, hints, found);
        var tokens = new TokenFinder(document);
        var tags = new TagCollector(document, context);
        var names = found.stream().filter(match -> match.isActor()).toList();
        var certain = Acronyms.in(document, tokens, choice.certain(names, context));
        for (var match : names) {
            if (Surroundings.nameActor(document, tokens, match)) {
                choice.of(match, context, certain, Acronyms.defined(tokens, match.span()))
                        .ifPresent(chosen -> tags.add(chosen.actor(), match.span(), chosen.reason()));
            }
        }
        certain.define(tags);
        unlisted.find(document, tokens, tags);
        Extremists.find(document, tags);
        tags.tagAcronyms();
        stateNames.find(document, tokens, found, tags);
        backReferences.find(document, tags);
        return tags.tags();
    }

    private List<Match> found(Document document) {
        var found = new ArrayList<Match>();
        for (var field : Field.values()) {
            var collector = new MatchCollector(field, document.caseless(field), found);
            lexicon.index().forEachMatch(document.text(field), collector);
        }
        return found;
    }

    private static Context context(Document document, ActorHints hints, List<Match> found) {
        var context = new Context(
                document.published().map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()));
        for (var match : found) {
            match.country().ifPresent(word -> context.add(word.iso2(), word.adjective() ? 1 : 2));
            if (match.named().size() == 1
                    && !match.named().get(0).alias().scope().isLocal()) {
                match.named().get(0).actor().country().ifPresent(iso2 -> context.add(iso2, 1));
            }
        }
        hints.countries().forEach(iso2 -> context.add(iso2, 3));
        hints.outletCountry().ifPresent(iso2 -> context.add(iso2, 1));
        return context;
    }

    /** One stretch of text with all that its words can mean. */
    record Match(Span span, List<ActorLexicon.Entry> entries, List<Named> named, Optional<CountryWord> country) {

        static Match of(Span span, List<ActorLexicon.Entry> entries) {
            return new Match(
                    span,
                    List.copyOf(entries),
                    entries.stream()
                            .filter(Named.class::isInstance)
                            .map(Named.class::cast)
                            .toList(),
                    entries.stream()
                            .filter(CountryWord.class::isInstance)
                            .map(CountryWord.class::cast)
                            .min(NAMES_FIRST));
        }

        static Match of(Span span, ActorLexicon.Entry entry) {
            var named = entry instanceof Named one ? List.of(one) : List.<Named>of();
            var country = entry instanceof CountryWord word ? Optional.of(word) : Optional.<CountryWord>empty();
            return new Match(span, List.of(entry), named, country);
        }

        /** Some actor goes by this name in some countries only. */
        boolean isBoundToPlaces() {
            for (var one : named) {
                if (one.alias().scope().isLocal()) {
                    return true;
                }
            }
            return false;
        }

        boolean isActor() {
            return !named.isEmpty() && !isNone();
        }

        private boolean isNone() {
            for (var entry : entries) {
                if (entry instanceof NoActor) {
                    return true;
                }
            }
            return false;
        }
    }

    private final class MatchCollector implements io.missionwatch.enrich.names.NameIndex.Visitor {
        private final Field field;
        private final boolean caseless;
        private final List<Match> found;

        MatchCollector(Field field, boolean caseless, List<Match> found) {
            this.field = field;
            this.caseless = caseless;
            this.found = found;
        }

        @Override
        public void match(int start, int end, int id) {
            var entry = lexicon.entry(id);
            if (caseless
                    && entry instanceof Named named
                    && CommonWords.has(named.alias().text())) {
                return;
            }
            var span = new Span(field, start, end);
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).span().equals(span)) {
                var entries = new ArrayList<>(found.get(last).entries());
                entries.add(entry);
                found.set(last, Match.of(span, entries));
            } else {
                found.add(Match.of(span, entry));
            }
        }
    }
}
