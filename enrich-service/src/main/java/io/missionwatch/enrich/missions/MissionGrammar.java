package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.text.Inflection;
import io.missionwatch.enrich.text.Resources;
import java.util.List;
import java.util.Locale;

/** How one language speaks of missions: the words of its phrases and the names of those who send them. */
record MissionGrammar(Senders senders, MissionWords words, SightingFinder finder) {

    private static final String FOLDER = "missions/";

    private static MissionGrammar of(String folder, Countries countries, SenderNames names) {
        var words = MissionWords.load(folder);
        var senders = new Senders(countries, names.all());
        return new MissionGrammar(senders, words, new SightingFinder(words, senders));
    }

    /** The English grammar, whose words for states are those of the table of countries. */
    static MissionGrammar english(Countries countries) {
        return of(FOLDER, countries, new SenderNames(countries, organisations()));
    }

    /** The grammar of another language, from its folder. */
    static MissionGrammar of(String language, Countries countries) {
        var folder = FOLDER + language + "/";
        var inflection = Inflection.load(folder + "endings.tsv");
        var senders = new SenderNames(countries, organisations());
        countries
                .namesIn(Locale.forLanguageTag(language))
                .forEach((name, country) ->
                        inflection.namesOf(name).forEach(form -> senders.addState(form, country.iso2())));
        for (var line : Resources.lines(folder + "senders.tsv")) {
            var cells = line.split("\t", -1);
            names(cells[1]).forEach(name -> inflection.namesOf(name).forEach(f -> senders.addState(f, cells[0])));
            names(cells[2]).forEach(name -> inflection.adjectivesOf(name).forEach(f -> senders.addState(f, cells[0])));
        }
        return of(folder, countries, senders);
    }

    private static List<String> names(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(";", -1));
    }

    private static List<String[]> organisations() {
        return Resources.lines(FOLDER + "organisations.tsv").stream()
                .map(line -> line.split("\t"))
                .toList();
    }
}
