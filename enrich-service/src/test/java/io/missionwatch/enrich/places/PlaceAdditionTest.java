package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceAdditionTest {

    @ParameterizedTest
    @ValueSource(strings = {"geonames:1138958", "kabul:new-quarter", "AF.13"})
    void hasAnIdOfGeoNamesOrOneOfItsOwn(String id) {
        assertThat(place(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1138958", "7th-district"})
    void refusesAnIdThatWouldBeShownAsOneOfGeoNames(String id) {
        assertThatThrownBy(() -> place(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begin its id with geonames:");
    }

    private static PlaceAddition place(String id) {
        return new PlaceAddition(
                id, "Example", PlaceType.CITY, Optional.of("AF"), Optional.empty(), 34.5, 69.2, 0, List.of());
    }
}
