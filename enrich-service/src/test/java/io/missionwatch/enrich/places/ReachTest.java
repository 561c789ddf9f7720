package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class ReachTest {

    @Property(tries = 300)
    void boundsHowNearAnyOfItsPlacesIs(
            @ForAll("spots") @Size(min = 1, max = 6) List<Spot> places, @ForAll("spots") @Size(8) List<Spot> others) {
        var reach = Reach.of(places.toArray(Spot[]::new));

        for (var other : others) {
            assertThat(places)
                    .allSatisfy(place ->
                            assertThat(other.nearness(place)).isLessThanOrEqualTo(reach.nearnessAtMost(other)));
        }
    }

    /** A few degrees around one point or another, so that many are near each other; a division is in one country alone. */
    @Provide
    Arbitrary<List<Spot>> spots() {
        var number = Arbitraries.integers().between(0, 2);
        var angle = Arbitraries.doubles().between(-4, 4);
        return Combinators.combine(
                        Arbitraries.of(PlaceKind.class),
                        number,
                        number,
                        number,
                        Arbitraries.of(0, 45, 178),
                        angle,
                        angle)
                .as((kind, country, admin1, admin2, middle, north, east) -> {
                    var latitude = Math.toRadians(middle / 2.0 + north);
                    var longitude = Math.toRadians(middle + east);
                    return new Spot(
                            (int) Double.doubleToLongBits(north) * 31 + (int) Double.doubleToLongBits(east),
                            kind,
                            country,
                            admin1 == 0 ? 0 : 10 * country + admin1,
                            admin2 == 0 ? 0 : 100 * country + 10 * admin1 + admin2,
                            (float) (Math.cos(latitude) * Math.cos(longitude)),
                            (float) (Math.cos(latitude) * Math.sin(longitude)),
                            (float) Math.sin(latitude));
                })
                .list();
    }
}
