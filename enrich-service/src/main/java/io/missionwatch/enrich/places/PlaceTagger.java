package io.missionwatch.enrich.places;

import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.names.NameText;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds the places that an article names and says which of the many of one name each is. */
public final class PlaceTagger {
    private static final double ENOUGH = 1.5;
    private static final double MUCH_AGAINST = -2;
    private static final Comparator<Sighting> IN_ORDER =
            Comparator.comparing((Sighting sighting) -> !sighting.inTitle()).thenComparingInt(Sighting::start);

    private final Gazetteer gazetteer;
    private final ClueWords words;
    private final SightingFinder finder;
    private final Weigher weigher;
    private final Containment containment;
    private final Resolver resolver;
    private final Metonyms metonyms;
    private final MissionsAbroad missions;
    private final Map<String, LocalPlaces> local;
    private final CountryCues cues;

    public PlaceTagger(Gazetteer gazetteer) {
        this(gazetteer, ClueWords.load(), CountryCues.load());
    }

    private PlaceTagger(Gazetteer gazetteer, ClueWords words, CountryCues cues) {
        this.gazetteer = Objects.requireNonNull(gazetteer, "gazetteer");
        this.words = words;
        this.cues = cues;
        finder = new SightingFinder(gazetteer, new NameWeigher(words));
        weigher = new Weigher(words);
        resolver = new Resolver(gazetteer);
        containment = new Containment(words);
        metonyms = new Metonyms(gazetteer, words);
        missions = new MissionsAbroad(words);
        local = Resources.lines("missions/languages.txt").stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language, language -> new LocalPlaces(language, gazetteer)));
    }

    /** The places that were found, and those that the document names in its own language where that has a pack. */
    public List<PlaceTag> inLanguageOf(Document document, List<PlaceTag> found) {
        return document.language()
                .map(local::get)
                .map(names -> names.joinedWith(found, document))
                .orElse(found);
    }

    /** A tagger that knows other places by the same words. */
    public PlaceTagger over(Gazetteer other) {
        return new PlaceTagger(other, words, cues);
    }

    /** The places of a text without a title, nothing known about its outlet. */
    public List<PlaceTag> tagsIn(String text) {
        return tagsIn("", text, TakenSpans.NONE, TakenSpans.NONE, "");
    }

    /** The places of a document; what actors have taken is no place. */
    public List<PlaceTag> tagsIn(Document document, List<Span> taken, String homeCountry) {
        return tagsIn(
                document.title(),
                document.body(),
                TakenSpans.of(Field.TITLE, taken),
                TakenSpans.of(Field.BODY, taken),
                homeCountry);
    }

    /** The places of an article, however long it takes. */
    public List<PlaceTag> tagsIn(
            String title, String body, TakenSpans takenInTitle, TakenSpans takenInBody, String homeCountry) {
        return tagsIn(title, body, takenInTitle, takenInBody, homeCountry, Budget.unlimited());
    }

    /**
     * The places of an article in the order in which they are first named.
     *
     * @param takenInTitle what is no place in the title because it names an actor
     * @param takenInBody the same for the body
     * @param homeCountry ISO code of the country of the outlet, empty if not known
     * @param budget the time that is left for the article
     */
    public List<PlaceTag> tagsIn(
            String title,
            String body,
            TakenSpans takenInTitle,
            TakenSpans takenInBody,
            String homeCountry,
            Budget budget) {
        return tagsIn(NameText.of(title), NameText.of(body), takenInTitle, takenInBody, homeCountry, budget);
    }

    /** The same for texts in which other names were looked for before. */
    public List<PlaceTag> tagsIn(
            NameText title,
            NameText body,
            TakenSpans takenInTitle,
            TakenSpans takenInBody,
            String homeCountry,
            Budget budget) {
        var sightings = new ArrayList<Sighting>();
        sightings.addAll(linked(title.text(), finder.find(true, title, takenInTitle)));
        sightings.addAll(linked(body.text(), finder.find(false, body, takenInBody)));
        for (var sighting : sightings) {
            budget.check("places");
            if (!sighting.isDemonym()) {
                weigher.weigh(sighting);
            }
        }
        Persons.refuseNamesakes(sightings);
        var groups = groups(sightings);
        resolver.resolve(groups, cues.in(title, body, homeCountry));
        return tags(groups);
    }

    private List<Sighting> linked(String text, List<Sighting> sightings) {
        missions.link(text, sightings);
        return containment.link(text, sightings);
    }

    /** Persons and streets take no part: their names would draw other places to where nobody is. */
    private static List<NameGroup> groups(List<Sighting> sightings) {
        var names = new LinkedHashMap<String, List<Sighting>>();
        for (var sighting : sightings) {
            if (!sighting.isRefused()) {
                names.computeIfAbsent(sighting.key(), key -> new ArrayList<>(2)).add(sighting);
            }
        }
        var counties = Counties.namedIn(sightings);
        var groups = new ArrayList<NameGroup>(names.size());
        names.forEach((key, same) -> {
            var parts = same.size() < 2 ? List.of(same) : Namesakes.parted(same);
            for (var part : parts) {
                groups.add(new NameGroup(part, counties.contains(key)));
            }
        });
        if (groups.size() > names.size()) {
            groups.sort(Comparator.comparing(group -> group.sightings().get(0), IN_ORDER));
        }
        return List.copyOf(groups);
    }

    /** A place while its mentions are gathered. */
    private static final class Found {
        private final List<PlaceMention> mentions = new ArrayList<>(2);
        private double confidence;
    }

    private List<PlaceTag> tags(List<NameGroup> groups) {
        var places = new LinkedHashMap<Integer, Found>();
        for (var group : groups) {
            for (var sighting : group.sightings()) {
                var belief = sighting.isDemonym() ? 0 : belief(sighting, group);
                if (group.candidates().chosen() >= 0 && belief >= ENOUGH) {
                    var found = places.computeIfAbsent(group.candidates().chosen(), place -> new Found());
                    found.mentions.add(mention(sighting, group));
                    found.confidence = Math.max(found.confidence, confidence(belief, group));
                }
            }
        }
        var tags = new ArrayList<PlaceTag>(places.size());
        places.forEach(
                (place, found) -> tags.add(new PlaceTag(gazetteer.place(place), found.confidence, found.mentions)));
        return tags;
    }

    /** What the name means elsewhere in the article counts where nothing speaks against it here. */
    private static double belief(Sighting sighting, NameGroup group) {
        if (sighting.against() <= MUCH_AGAINST) {
            return sighting.evidence();
        }
        var shared = Math.max(0, group.evidence() - sighting.evidence()) * 0.6;
        return sighting.evidence() + shared + Math.min(1.2, group.candidates().supportOfBest() * 0.3);
    }

    private static double confidence(double belief, NameGroup group) {
        var isPlace = 1 / (1 + Math.exp(0.5 - belief));
        return Math.round(isPlace * group.candidates().shareOfBest() * 100) / 100.0;
    }

    private PlaceMention mention(Sighting sighting, NameGroup group) {
        var isMetonym = metonyms.isMetonym(sighting, group.candidates().chosen());
        var reason = isMetonym
                ? PlaceReason.METONYM
                : sighting.reason() == PlaceReason.NAMED && group.candidates().supportOfBest() > 1
                        ? PlaceReason.NEARBY
                        : sighting.reason();
        return new PlaceMention(
                sighting.inTitle(), sighting.start(), sighting.end(), sighting.text(), reason, isMetonym);
    }
}
