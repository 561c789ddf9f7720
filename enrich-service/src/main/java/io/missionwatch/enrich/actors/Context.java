package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a text is about, as far as it decides between actors of one name: countries with how often it speaks of each, and its day. */
public final class Context {

    private static final int BY_NAME = 2;
    private static final int BY_ADJECTIVE = 1;
    private static final int BY_ACTOR = 1;
    private static final int BY_HINT = 3;
    private static final int BY_OUTLET = 1;

    private final Map<String, Integer> countries = new LinkedHashMap<>();
    private final Optional<LocalDate> day;
    private final Optional<String> main;

    private Context(Document document, ActorHints hints, List<Match> found) {
        day = document.published().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        for (var match : found) {
            if (match.country().isPresent()) {
                var word = match.country().get();
                add(word.iso2(), word.adjective() ? BY_ADJECTIVE : BY_NAME);
            }
            if (match.named().size() == 1) {
                var named = match.named().get(0);
                if (!named.scope().isLocal() && named.actor().country().isPresent()) {
                    add(named.actor().country().get(), BY_ACTOR);
                }
            }
        }
        hints.countries().forEach(iso2 -> add(iso2, BY_HINT));
        hints.outletCountry().ifPresent(iso2 -> add(iso2, BY_OUTLET));
        main = most();
    }

    /** That of a text in which some names were found. */
    static Context of(Document document, ActorHints hints, List<Match> found) {
        return new Context(document, hints, found);
    }

    private void add(String iso2, int weight) {
        countries.merge(iso2, weight, Integer::sum);
    }

    private Optional<String> most() {
        String most = "";
        int weight = 0;
        for (var country : countries.entrySet()) {
            if (country.getValue() > weight) {
                most = country.getKey();
                weight = country.getValue();
            }
        }
        return weight == 0 ? Optional.empty() : Optional.of(most);
    }

    boolean speaksOf(String iso2) {
        return countries.containsKey(iso2);
    }

    int weight(String iso2) {
        return countries.getOrDefault(iso2, 0);
    }

    Optional<LocalDate> day() {
        return day;
    }

    /** The country that the text speaks of most. */
    Optional<String> main() {
        return main;
    }
}
