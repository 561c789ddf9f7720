package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = BuiltIn.GAZETTEER;

    @Test
    void holdsThePlacesOfTheWorld() {
        assertThat(GAZETTEER.size()).isGreaterThan(240_000);
    }

    @Test
    void knowsEveryCountryAndItsCapitalByName() {
        assertThat(GAZETTEER.countries().all())
                .filteredOn(country -> country.name().indexOf(',') < 0)
                .allSatisfy(country -> {
                    assertThat(GAZETTEER.placesNamed(country.name()))
                            .as(country.name())
                            .anyMatch(place -> place.type() == PlaceType.COUNTRY
                                    && place.countryCode().equals(country.iso2()));
                    country.capital()
                            .ifPresent(capital -> assertThat(GAZETTEER.placesNamed(capital.name()))
                                    .as(capital.name())
                                    .anyMatch(place -> place.kilometresTo(capital) < 30));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kart-e-Now", "Khair Khana", "Wazir Akbar Khan", "Torkham", "Green Zone", "Bay of Bengal"})
    void knowsWhatNoOfficialListHas(String name) {
        assertThat(GAZETTEER.placesNamed(name)).isNotEmpty();
    }

    @Test
    void tellsPanjshirFromParwanAndDaykundiFromUruzgan() {
        assertThat(GAZETTEER.placesNamed("Parwan")).extracting(Place::id).doesNotContain("AF.42");
        assertThat(GAZETTEER.placesNamed("Panjshir")).extracting(Place::id).contains("AF.42");
        assertThat(GAZETTEER.placesNamed("Uruzgan")).extracting(Place::id).doesNotContain("AF.41");
        assertThat(GAZETTEER.placesNamed("Daykundi")).extracting(Place::id).contains("AF.41");
    }

    @Test
    void writesNamesAndDivisionsAsEnglishPapersDo() {
        assertThat(GAZETTEER.placesNamed("Jalalabad")).anySatisfy(place -> {
            assertThat(place.name()).isEqualTo("Jalalabad");
            assertThat(place.admin1()).isEqualTo("Nangarhar");
            assertThat(place.countryCode()).isEqualTo("AF");
        });
    }

    @Test
    void keepsWhatLiesInADivisionThatIsPutAgain() {
        var before = only("Kabul Province", PlaceType.ADMIN1);
        var paghman = only("Paghman", PlaceType.CITY);

        var after = GAZETTEER.with(List.of(again(before, "Kabul Wilayat")));

        assertThat(after.spot(number(after, before.id())).holds(after.spot(number(after, paghman.id()))))
                .isTrue();
        assertThat(after.place(number(after, paghman.id())).admin1()).isEqualTo("Kabul Wilayat");
    }

    @Test
    void keepsWhereATownLiesThatIsPutAgain() {
        var province = only("Kabul Province", PlaceType.ADMIN1);
        var paghman = only("Paghman", PlaceType.CITY);

        var after = GAZETTEER.with(List.of(again(paghman, "Pagman")));

        assertThat(after.spot(number(after, province.id())).holds(after.spot(number(after, paghman.id()))))
                .isTrue();
    }

    @Test
    void takesNothingOverFromAPlaceOfAnotherCountry() {
        var before = only("Kabul Province", PlaceType.ADMIN1);
        var elsewhere = new PlaceAddition(
                before.id(), "Elsewhere", PlaceType.ADMIN1, Optional.of("PE"), Optional.empty(), -9, -75, 0, List.of());

        var after = GAZETTEER.with(List.of(elsewhere));

        var paghman = number(after, only("Paghman", PlaceType.CITY).id());
        assertThat(after.spot(number(after, before.id())).holds(after.spot(paghman)))
                .isFalse();
    }

    private static PlaceAddition again(Place place, String name) {
        return new PlaceAddition(
                place.id(),
                name,
                place.type(),
                Optional.of(place.countryCode()),
                Optional.empty(),
                place.latitude(),
                place.longitude(),
                place.population(),
                List.of(place.name()));
    }

    private static Place only(String name, PlaceType type) {
        return GAZETTEER.placesNamed(name).stream()
                .filter(place -> place.type() == type && place.countryCode().equals("AF"))
                .findFirst()
                .orElseThrow();
    }

    /** The last place with an id: the one that counts. */
    private static int number(Gazetteer gazetteer, String id) {
        return IntStream.range(0, gazetteer.size())
                .filter(number -> gazetteer.id(number).equals(id))
                .max()
                .orElseThrow();
    }
}
