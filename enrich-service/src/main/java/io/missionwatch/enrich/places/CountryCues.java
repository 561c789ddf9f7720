package io.missionwatch.enrich.places;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.names.NameIndex;
import io.missionwatch.enrich.names.NameText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hears from the words of a report which country it is about: sheriffs are American, a crore is Indian. */
final class CountryCues {
    private static final double OF_HOME = 1.5;
    private static final double OF_CUE = 0.5;
    private static final int MOST_CUES = 3;

    private final List<String> countries;
    private final NameIndex index;

    private CountryCues(List<String> countries, NameIndex index) {
        this.countries = List.copyOf(countries);
        this.index = index;
    }

    static CountryCues load() {
        var countries = new ArrayList<String>();
        var index = NameIndex.builder();
        for (var row : TabSeparated.rows("country-cues.tsv")) {
            for (var phrase : List.of(row.get(1).split(";", -1))) {
                var policy = NameCase.suiting(phrase);
                index.add(phrase, countries.size(), policy == NameCase.EXACT ? policy : caseOf(phrase));
                countries.add(row.get(0));
            }
        }
        return new CountryCues(countries, index.build());
    }

    private static NameCase caseOf(String phrase) {
        return Character.isUpperCase(phrase.charAt(0)) ? NameCase.CAPITAL : NameCase.ANY;
    }

    /** What speaks for each country beforehand. */
    Map<String, Double> in(NameText title, NameText body, String homeCountry) {
        Map<String, Set<Integer>> heard = new HashMap<>();
        NameIndex.Visitor visitor =
                (start, end, cue) -> heard.computeIfAbsent(countries.get(cue), country -> new HashSet<>())
                        .add(cue);
        index.forEachMatch(title, visitor);
        index.forEachMatch(body, visitor);
        var weights = new HashMap<String, Double>();
        heard.forEach((country, cues) -> weights.put(country, OF_CUE * Math.min(MOST_CUES, cues.size())));
        if (!homeCountry.isEmpty()) {
            weights.merge(homeCountry, OF_HOME, Double::sum);
        }
        return weights;
    }
}
