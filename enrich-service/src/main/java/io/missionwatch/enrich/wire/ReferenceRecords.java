package io.missionwatch.enrich.wire;

import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.actors.Scope;
import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.places.PlaceAddition;
import io.missionwatch.enrich.places.PlaceType;
import io.missionwatch.schema.ActorAlias;
import io.missionwatch.schema.ActorEntry;
import io.missionwatch.schema.PlaceEntry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads and writes what operators add to the reference data. */
public final class ReferenceRecords {

    private ReferenceRecords() {}

    /**
     * The actor of a record.
     *
     * @throws IllegalArgumentException when its key is another's, or a day is none
     */
    public static ListedActor read(String key, ActorEntry entry) {
        requireKey(key, entry.getId());
        return new ListedActor(
                entry.getId(),
                entry.getName(),
                ActorType.valueOf(entry.getType().name()),
                Optional.ofNullable(entry.getCountry()),
                Optional.ofNullable(entry.getParent()),
                entry.getAliases().stream().map(ReferenceRecords::read).toList(),
                java.util.List.of());
    }

    private static ListedActor.Name read(ActorAlias alias) {
        var scope = new Scope(Set.copyOf(alias.getCountries()), day(alias.getSince()), day(alias.getUntil()));
        return new ListedActor.Name(alias.getName(), Optional.empty(), scope);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("not a day such as 2026-03-04: " + text, none);
        }
    }

    /**
     * The place of a record.
     *
     * @throws IllegalArgumentException when its key is another's, or it is no place
     */
    public static PlaceAddition read(String key, PlaceEntry entry) {
        requireKey(key, entry.getId());
        return new PlaceAddition(
                entry.getId(),
                entry.getName(),
                PlaceType.valueOf(entry.getType().name()),
                Optional.ofNullable(entry.getCountryCode()),
                Optional.ofNullable(entry.getAdmin1()),
                entry.getLatitude(),
                entry.getLongitude(),
                entry.getPopulation(),
                entry.getNames());
    }

    private static void requireKey(String key, String id) {
        if (!key.equals(id)) {
            throw new IllegalArgumentException("the key is " + key + " and the id " + id);
        }
    }

    /**
     * The record of an actor.
     *
     * @throws IllegalArgumentException when it has what a record cannot say
     */
    public static ActorEntry write(ListedActor actor) {
        if (!actor.types().isEmpty()) {
            throw new IllegalArgumentException(
                    "actor " + actor.id() + ": the topic has no room for 'types'; give it the type that it has today");
        }
        return ActorEntry.newBuilder()
                .setId(actor.id())
                .setName(actor.name())
                .setType(io.missionwatch.schema.ActorType.valueOf(actor.type().name()))
                .setCountry(actor.country().orElse(null))
                .setParent(actor.parent().orElse(null))
                .setAliases(
                        actor.names().stream().map(name -> write(actor, name)).toList())
                .build();
    }

    private static ActorAlias write(ListedActor actor, ListedActor.Name name) {
        return ActorAlias.newBuilder()
                .setName(written(actor, name))
                .setCountries(name.scope().countries().stream().sorted().toList())
                .setSince(name.scope().from().map(LocalDate::toString).orElse(null))
                .setUntil(name.scope().until().map(LocalDate::toString).orElse(null))
                .build();
    }

    /** A name in small letters needs no capital, and a short acronym is exact: so a record says both without words. */
    private static String written(ListedActor actor, ListedActor.Name name) {
        var wanted = name.nameCase();
        if (wanted.filter(NameCase.ANY::equals).isPresent()) {
            return name.text().toLowerCase(Locale.ROOT);
        }
        if (wanted.filter(policy -> policy != NameCase.suiting(name.text())).isPresent()) {
            throw new IllegalArgumentException("actor " + actor.id() + ": the topic cannot say that '" + name.text()
                    + "' must be written exactly so; list it under aliases");
        }
        return name.text();
    }

    /** The record of a place. */
    public static PlaceEntry write(PlaceAddition place) {
        return PlaceEntry.newBuilder()
                .setId(place.id())
                .setName(place.name())
                .setType(io.missionwatch.schema.PlaceType.valueOf(place.type().name()))
                .setCountryCode(place.country().orElse(null))
                .setAdmin1(place.admin1().orElse(null))
                .setLatitude(place.latitude())
                .setLongitude(place.longitude())
                .setPopulation(place.population())
                .setNames(place.names())
                .build();
    }
}
