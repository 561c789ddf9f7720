package io.missionwatch.enrich.places;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Inflection;
import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Span;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds countries and the cities where missions sit by the names that another language has for them, in all their cases: the names of
 * countries are those of CLDR and of {@code missions/<language>/senders.tsv}, those of cities of {@code cities.tsv} beside it.
 */
public final class LocalPlaces {

    private static final double SURE = .9;

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    private record Name(List<String> words, Place place) {}

    /** The places of a language that has a pack. */
    public LocalPlaces(String language, Gazetteer gazetteer) {
        var folder = "missions/" + language + "/";
        var inflection = Inflection.load(folder + "endings.tsv");
        var countries = gazetteer.countries();
        countries
                .namesIn(Locale.forLanguageTag(language))
                .forEach((name, country) -> inflection.namesOf(name).forEach(form -> add(form, country.place())));
        for (var line : Resources.lines(folder + "senders.tsv")) {
            var cells = line.split("\t", -1);
            countries
                    .country(cells[0])
                    .ifPresent(country -> names(cells[1])
                            .forEach(name -> inflection.namesOf(name).forEach(form -> add(form, country.place()))));
        }
        for (var line : Resources.lines(folder + "cities.tsv")) {
            var cells = line.split("\t", -1);
            city(gazetteer, cells[0], cells[1])
                    .ifPresent(city -> names(cells[2])
                            .forEach(name -> inflection.namesOf(name).forEach(form -> add(form, city))));
        }
        byFirstWord
                .values()
                .forEach(names -> names.sort(
                        Comparator.comparing((Name name) -> -name.words().size())));
    }

    private static List<String> names(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(";", -1));
    }

    private static Optional<Place> city(Gazetteer gazetteer, String name, String iso2) {
        return gazetteer.placesNamed(name).stream()
                .filter(place -> place.countryCode().equals(iso2) && place.type() == PlaceType.CITY)
                .max(Comparator.comparingLong(Place::population));
    }

    private void add(String form, Place place) {
        var words = List.of(form.toLowerCase(Locale.ROOT).replace("-", " - ").split(" +", -1));
        byFirstWord.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(new Name(words, place));
    }

    /** The places of a document by these names, and those of {@code others} that stand elsewhere. */
    public List<PlaceTag> joinedWith(List<PlaceTag> others, Document document) {
        Map<String, Mentioned> found = new LinkedHashMap<>();
        var tokens = document.tokens();
        for (var at = 0; at < tokens.size(); ) {
            var name = at(tokens, at);
            if (name.isPresent()) {
                var end = at + name.get().words().size();
                found.computeIfAbsent(
                                name.get().place().id(),
                                id -> new Mentioned(name.get().place(), SURE))
                        .mentions
                        .add(mention(document, tokens.get(at), tokens.get(end - 1)));
                at = end;
            } else {
                at++;
            }
        }
        var taken = new EnumMap<Field, TakenSpans>(Field.class);
        for (var field : Field.values()) {
            taken.put(field, TakenSpans.of(field, spans(found.values())));
        }
        for (var other : others) {
            join(found, other, taken);
        }
        return found.values().stream().map(Mentioned::tag).toList();
    }

    private static List<Span> spans(Collection<Mentioned> found) {
        return found.stream()
                .flatMap(one -> one.mentions.stream())
                .map(PlaceMention::span)
                .toList();
    }

    private static void join(Map<String, Mentioned> found, PlaceTag other, Map<Field, TakenSpans> taken) {
        var free = other.mentions().stream()
                .filter(mention -> !taken.get(mention.span().field()).overlaps(mention.start(), mention.end()))
                .toList();
        if (!free.isEmpty()) {
            var one = found.computeIfAbsent(other.place().id(), id -> new Mentioned(other.place(), other.confidence()));
            one.confidence = Math.max(one.confidence, other.confidence());
            one.mentions.addAll(free);
        }
    }

    /** A place with its mentions while they are gathered. */
    private static final class Mentioned {
        private final Place place;
        private double confidence;
        private final List<PlaceMention> mentions = new ArrayList<>();

        Mentioned(Place place, double confidence) {
            this.place = place;
            this.confidence = confidence;
        }

        PlaceTag tag() {
            return new PlaceTag(place, confidence, mentions);
        }
    }

    private static PlaceMention mention(Document document, Token first, Token last) {
        var span = first.span().to(last.span());
        return new PlaceMention(
                span.field() == Field.TITLE, span.start(), span.end(), document.text(span), PlaceReason.NAMED, false);
    }

    private Optional<Name> at(List<Token> tokens, int at) {
        var first = tokens.get(at);
        if (!first.isCapitalised()) {
            return Optional.empty();
        }
        return byFirstWord.getOrDefault(first.lower(), List.of()).stream()
                .filter(name -> matches(tokens, at, name.words()))
                .findFirst();
    }

    private static boolean matches(List<Token> tokens, int at, List<String> words) {
        if (at + words.size() > tokens.size()
                || tokens.get(at).field() != tokens.get(at + words.size() - 1).field()) {
            return false;
        }
        for (var i = 1; i < words.size(); i++) {
            if (!tokens.get(at + i).is(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
