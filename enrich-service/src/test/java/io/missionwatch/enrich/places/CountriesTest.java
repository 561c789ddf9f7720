package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    private static final Set<String> WITHOUT_CAPITAL = Set.of("AQ", "BV", "HM", "TF", "UM", "IO");
    private final Countries countries = Countries.load();

    @Test
    void holdsEveryCountryOfIso3166() {
        assertThat(Locale.getISOCountries())
                .allSatisfy(code -> assertThat(countries.country(code)).as(code).isPresent());
    }

    @Test
    void givesEveryInhabitedCountryItsCapitalAndASeatForEmbassies() {
        assertThat(countries.all())
                .filteredOn(country -> !WITHOUT_CAPITAL.contains(country.iso2()))
                .allSatisfy(country -> assertThat(country.capital())
                        .as(country.name())
                        .isPresent()
                        .hasValueSatisfying(
                                capital -> assertThat(country.embassySeat()).isPresent()));
    }

    @ParameterizedTest
    @CsvSource({
        "U.S.,US",
        "USA,US",
        "the Ivory Coast,CI",
        "Burma,MM",
        "DR Congo,CD",
        "Britain,GB",
        "the Emirates,AE",
        "Côte d’Ivoire,CI",
        "cote d'ivoire,CI",
        "Zaire,CD",
        "Soviet Union,RU",
        "Yugoslavia,RS",
        "Türkiye,TR",
        "the Holy See,VA",
        "Gambia,GM",
        "Macedonia,MK",
        "Swaziland,SZ",
        "East Germany,DE"
    })
    void findsACountryByAnyName(String name, String code) {
        assertThat(countries.byName(name)).map(Country::iso2).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Saudi,SA",
        "Tajik,TJ",
        "Uzbeks,UZ",
        "Emirati,AE",
        "Dutchmen,NL",
        "Swiss,CH",
        "Congolese,CD",
        "Soviet,RU",
        "Nigerien,NE",
        "Nigerian,NG",
        "Germans,DE",
        "Omanis,OM",
        "Romanians,RO",
        "Danes,DK",
        "South Korean,KR",
        "Frenchwoman,FR",
        "Filipina,PH",
        "Kosovar,XK",
        "U.S.,US"
    })
    void findsACountryByItsDemonyms(String demonym, String code) {
        assertThat(countries.byDemonym(demonym)).map(Country::iso2).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource({"Moscow,RU", "the Kremlin,RU", "Islamabad,PK", "Washington,US", "the White House,US", "Riyadh,SA"})
    void findsACountryByWhatStandsForItsGovernment(String metonym, String code) {
        assertThat(countries.byMetonym(metonym)).map(Country::iso2).hasValue(code);
    }

    @Test
    void takesAShortNameOnlyAsItIsWritten() {
        assertThat(countries.byName("us")).isEmpty();
        assertThat(countries.byName("US")).isPresent();
    }

    @Test
    void knowsWhereEmbassiesSitOutsideTheCapital() {
        assertThat(countries.country("CI").flatMap(Country::embassySeat))
                .map(Place::name)
                .hasValue("Abidjan");
        assertThat(countries.byCapital("Yamoussoukro")).map(Country::iso2).hasValue("CI");
        assertThat(countries.byCapital("Kabul")).map(Country::iso2).hasValue("AF");
    }

    @Test
    void readsNamesInOtherLanguagesFromTheJdk() {
        assertThat(countries.namesIn(new Locale("ru")).get("Афганистан"))
                .extracting(Country::iso2)
                .isEqualTo("AF");
        assertThat(Optional.ofNullable(countries.namesIn(new Locale("ar")).get("أفغانستان")))
                .isPresent();
    }

    @Test
    void neverTakesAnUnknownWordForACountry() {
        assertThat(countries.byName("Atlantis")).isEmpty();
        assertThat(countries.byDemonym("Martian")).isEmpty();
    }
}
