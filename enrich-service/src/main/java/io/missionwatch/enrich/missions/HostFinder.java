package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Place;
import io.missionwatch.enrich.places.PlaceType;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says where a mission is: by the words right after it, else by its sentence, else by what was said before. */
final class HostFinder {

    private static final int REACH = 7;
    private static final int SENTENCES_BACK = 3;
    private static final Set<MissionRole> BETWEEN = EnumSet.of(MissionRole.AREA, MissionRole.JOIN, MissionRole.PART);
    private static final double SAID = .95;
    private static final double IN_SENTENCE = .8;
    private static final double NEARBY = .6;

    private final MissionWords words;
    private final Document document;
    private final PlaceTokens places;
    private Optional<List<Place>> byMentions = Optional.empty();

    HostFinder(MissionWords words, Document document, PlaceTokens places) {
        this.words = words;
        this.document = document;
        this.places = places;
    }

    /** Where a phrase says its mission is; several for a plural ("in Nairobi and Dar es Salaam"), none where nothing tells. */
    List<Hosting> of(Sighting sighting) {
        var said = said(sighting);
        if (!said.isEmpty()) {
            return said.size() == 1 ? List.of(withCity(sighting, said.get(0))) : said;
        }
        return inSentence(sighting)
                .map(place -> Hosting.of(place, IN_SENTENCE))
                .or(() -> before(sighting).map(place -> Hosting.of(place, NEARBY)))
                .map(List::of)
                .orElse(List.of());
    }

    /** "the Afghan cultural centre in Kabul": a state's own house at home is no mission. */
    boolean isAtHome(Sighting sighting) {
        return sighting.head().weak()
                && !sighting.isPerson()
                && places.near(sighting).stream()
                        .filter(place -> place.start() >= sighting.end() && place.start() - sighting.end() <= 2)
                        .anyMatch(place -> !fits(sighting, place.place()));
    }

    /** "Pakistan closes embassy in Islamabad": no state has a mission in its own country, so it is another's. */
    boolean areAtHome(List<Senders.Found> owners, Sighting sighting) {
        var tokens = sighting.sentence().tokens();
        return places.near(sighting).stream()
                .filter(place -> place.start() >= sighting.end())
                .filter(place -> leadsTo(tokens, sighting.end(), place.start(), true))
                .limit(1)
                .anyMatch(place -> owners.stream()
                        .anyMatch(owner -> owner.sender().isState(place.place().countryCode())));
    }

    private List<Hosting> said(Sighting sighting) {
        var tokens = sighting.sentence().tokens();
        var found = new ArrayList<Hosting>();
        var from = sighting.end();
        for (var place : places.near(sighting)) {
            if (isCityBeforeHead(sighting, place)) {
                return List.of(Hosting.of(place.place(), SAID));
            }
            if (place.start() >= from
                    && leadsTo(tokens, from, place.start(), found.isEmpty())
                    && fits(sighting, place.place())) {
                found.add(Hosting.of(place.place(), SAID));
                from = place.end();
                if (!sighting.head().plural() && found.get(0).city().isPresent()) {
                    return List.of(found.get(0));
                }
            }
        }
        if (sighting.head().plural()) {
            return withCities(found);
        }
        return found.isEmpty() ? List.of() : List.of(found.get(0));
    }

    /** "the ambassador to Turkey was shot in Ankara": the sentence names the city that the phrase leaves out. */
    private Hosting withCity(Sighting sighting, Hosting said) {
        if (said.city().isPresent()) {
            return said;
        }
        return places.near(sighting).stream()
                .map(PlaceTokens.At::place)
                .filter(place ->
                        place.type() == PlaceType.CITY && place.countryCode().equals(said.country()))
                .findFirst()
                .map(city -> Hosting.of(city, IN_SENTENCE))
                .orElse(said);
    }

    /** "the Kabul embassy". */
    private static boolean isCityBeforeHead(Sighting sighting, PlaceTokens.At place) {
        return place.place().type() == PlaceType.CITY
                && place.start() >= sighting.start()
                && place.end() <= sighting.headStart()
                && !isSender(sighting, place);
    }

    /** Of "Nairobi, Kenya, and Dar es Salaam, Tanzania" the cities; of countries alone, the countries. */
    private static List<Hosting> withCities(List<Hosting> found) {
        var cities = found.stream().filter(host -> host.city().isPresent()).toList();
        return cities.isEmpty() ? List.copyOf(found) : cities;
    }

    /** Between mission and place stand only words that link the two. */
    private boolean leadsTo(List<Token> tokens, int from, int to, boolean isFirst) {
        if (to - from > REACH) {
            return false;
        }
        var linked = !isFirst;
        for (var i = from; i < to; i++) {
            var word = tokens.get(i);
            if (words.is(MissionRole.LINK, word) || word.is(",") && i == from && isFirst) {
                linked = true;
            } else if (!words.is(BETWEEN, word)) {
                return false;
            }
        }
        return linked;
    }

    private Optional<Place> inSentence(Sighting sighting) {
        Optional<PlaceTokens.At> best = Optional.empty();
        for (var place : places.near(sighting)) {
            boolean mayHost = !place.doubtful()
                    && !sighting.overlaps(place.start(), place.end())
                    && !isSender(sighting, place)
                    && fits(sighting, place.place());
            if (mayHost && (best.isEmpty() || isBetter(sighting, place, best.get()))) {
                best = Optional.of(place);
            }
        }
        return best.map(PlaceTokens.At::place);
    }

    /** What is told of the event goes before what is told of the speakers, then cities before countries, then the nearer. */
    private static boolean isBetter(Sighting sighting, PlaceTokens.At place, PlaceTokens.At other) {
        if (place.aside() != other.aside()) {
            return other.aside();
        }
        boolean vague = isVague(place.place());
        if (vague != isVague(other.place())) {
            return !vague;
        }
        return distance(sighting, place) < distance(sighting, other);
    }

    /** In tokens; what stands before the mission is farther away than it looks. */
    private static int distance(Sighting sighting, PlaceTokens.At place) {
        return place.start() >= sighting.end()
                ? place.start() - sighting.end()
                : 2 * (sighting.start() - place.end()) + 1;
    }

    private static boolean isVague(Place place) {
        return place.type() == PlaceType.COUNTRY || place.type() == PlaceType.REGION;
    }

    private static boolean isSender(Sighting sighting, PlaceTokens.At place) {
        for (var sender : sighting.senders()) {
            if (sender.start() < place.end() && place.start() < sender.end()) {
                return true;
            }
        }
        return false;
    }

    /** No state has a mission in itself, and what no state owns hosts none. */
    private static boolean fits(Sighting sighting, Place place) {
        if (place.countryCode().isEmpty()) {
            return false;
        }
        for (var sender : sighting.senders()) {
            if (!sender.sender().isState(place.countryCode())) {
                return true;
            }
        }
        return sighting.senders().isEmpty();
    }

    private Optional<Place> before(Sighting sighting) {
        var sentences = document.sentences();
        var here = document.indexOf(sighting.sentence());
        for (var i = here - 1; i >= 0 && i >= here - SENTENCES_BACK; i--) {
            var named = places.in(sentences.get(i));
            var best = named.isEmpty() ? Optional.<Place>empty() : best(sighting, named);
            if (best.isPresent()) {
                return best;
            }
        }
        return dateline(sighting).or(() -> mostNamed(sighting));
    }

    private static Optional<Place> best(Sighting sighting, List<PlaceTokens.At> named) {
        Optional<Place> first = Optional.empty();
        for (var at : named) {
            if (!at.aside() && !at.doubtful() && fits(sighting, at.place())) {
                if (!isVague(at.place())) {
                    return Optional.of(at.place());
                }
                first = first.isEmpty() ? Optional.of(at.place()) : first;
            }
        }
        return first;
    }

    private Optional<Place> dateline(Sighting sighting) {
        return document.dateline()
                .flatMap(line -> document.sentences().stream()
                        .flatMap(sentence -> places.in(sentence).stream()
                                .filter(place -> sentence.tokens()
                                        .get(place.start())
                                        .span()
                                        .overlaps(line.span())))
                        .map(PlaceTokens.At::place)
                        .filter(place -> fits(sighting, place))
                        .findFirst());
    }

    private Optional<Place> mostNamed(Sighting sighting) {
        if (byMentions.isEmpty()) {
            byMentions = Optional.of(byMentions());
        }
        return byMentions.orElseThrow().stream()
                .filter(place -> fits(sighting, place))
                .findFirst();
    }

    /** The places of the article, the most named first. */
    private List<Place> byMentions() {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Place> byId = new TreeMap<>();
        for (var sentence : document.sentences()) {
            for (var at : places.in(sentence)) {
                if (at.aside() || at.doubtful()) {
                    continue;
                }
                counts.merge(at.place().id(), 1, Integer::sum);
                byId.putIfAbsent(at.place().id(), at.place());
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> byId.get(entry.getKey()))
                .toList();
    }
}
