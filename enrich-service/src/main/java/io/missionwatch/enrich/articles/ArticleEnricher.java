package io.missionwatch.enrich.articles;

import io.missionwatch.enrich.actors.ActorHints;
import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.actors.ActorTagger;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.events.EventExtractor;
import io.missionwatch.enrich.missions.MissionTagger;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.places.PlaceTagger;
import io.missionwatch.enrich.places.TakenSpans;
import io.missionwatch.enrich.reference.ReferenceData;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.LanguageDetector;
import io.missionwatch.enrich.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Enriches articles: actors first, because their names hide places, then places, missions and events. Holds reference data alone,
 * so one enricher serves all threads.
 */
public final class ArticleEnricher {

    /** Rises with every release whose program makes other tags of the same text by the same tables and words. */
    public static final String TAGGER_VERSION = "5";

    private final LanguageDetector languages = new LanguageDetector();
    private final ActorTagger actors;
    private final PlaceTagger places;
    private final MissionTagger missions;
    private final EventExtractor events;
    private final String referenceVersion;

    /** An enricher of the given parts; {@code referenceVersion} names the data behind them. */
    public ArticleEnricher(
            ActorTagger actors,
            PlaceTagger places,
            MissionTagger missions,
            EventExtractor events,
            String referenceVersion) {
        this.actors = actors;
        this.places = places;
        this.missions = missions;
        this.events = events;
        this.referenceVersion = referenceVersion;
    }

    /** An enricher with the built-in reference data alone. */
    public static ArticleEnricher load() {
        return of(ReferenceData.builtIn());
    }

    /** An enricher that knows the given actors and places. */
    public static ArticleEnricher of(ReferenceData reference) {
        return new ArticleEnricher(
                new ActorTagger(reference.lexicon()),
                new PlaceTagger(reference.gazetteer()),
                new MissionTagger(reference.gazetteer().countries()),
                EventExtractor.withBuiltInPacks(),
                reference.version());
    }

    /** This one with other actors and places; everything else is shared. */
    public ArticleEnricher with(ReferenceData reference) {
        return new ArticleEnricher(
                new ActorTagger(reference.lexicon()),
                places.over(reference.gazetteer()),
                missions,
                events,
                reference.version());
    }

    /** All tags and events of an article, however long it takes. */
    public Enrichment enrich(ArticleText article) {
        return enrich(article, Budget.unlimited());
    }

    /**
     * All tags and events of an article.
     *
     * @throws io.missionwatch.enrich.budget.OverBudgetException when it takes longer than it may
     */
    public Enrichment enrich(ArticleText article, Budget budget) {
        var language = article.language().or(() -> languages.detect(article.title(), article.body()));
        var document = Document.of(article.title(), article.body(), language, article.published());
        budget.check("reading");
        var read = actors.read(document, new ActorHints(Set.of(), article.homeCountry()));
        var named = read.tags();
        budget.check("actors");
        var placeTags = places.inLanguageOf(
                document,
                places.tagsIn(
                        document.names(Field.TITLE),
                        document.names(Field.BODY),
                        taken(named, Field.TITLE),
                        taken(named, Field.BODY),
                        article.homeCountry().orElse(""),
                        budget));
        var actorTags =
                read.isBoundToPlaces() ? scene(placeTags).map(read::within).orElse(named) : named;
        budget.check("places");
        var missionTags = missions.tagsIn(document, placeTags, budget);
        budget.check("missions");
        var told = events.eventsIn(article.articleId(), document, actorTags, missionTags, placeTags, budget);
        budget.check("events");
        return new Enrichment(actorTags, placeTags, missionTags, told, TAGGER_VERSION, referenceVersion);
    }

    /** The country in which most of the named places lie, which the text itself need not name: "Daesh struck in Jalalabad". */
    private static Optional<String> scene(List<PlaceTag> places) {
        var mentions = new TreeMap<String, Integer>();
        for (var tag : places) {
            if (!tag.isMetonym() && !tag.place().countryCode().isEmpty()) {
                mentions.merge(tag.place().countryCode(), tag.mentions().size(), Integer::sum);
            }
        }
        return mentions.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static TakenSpans taken(List<ActorTag> actors, Field field) {
        var taken = new ArrayList<Span>();
        for (var actor : actors) {
            if (actor.type() != ActorType.STATE) {
                actor.mentions().forEach(mention -> taken.add(mention.span()));
            }
        }
        return TakenSpans.of(field, taken);
    }
}
