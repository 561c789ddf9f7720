package io.missionwatch.enrich.actors;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is known of an article beside its text: the countries it is about or comes from. */
public record ActorHints(Set<String> countries, Optional<String> outletCountry) {

    public static final ActorHints NONE = new ActorHints(Set.of(), Optional.empty());

    public ActorHints {
        countries = Set.copyOf(countries);
    }

    /** With one more country that the article is about. */
    ActorHints with(String country) {
        var more = new HashSet<>(countries);
        more.add(country);
        return new ActorHints(more, outletCountry);
    }
}
