package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
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
}
