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
    void boundsHowNearEachOfItsPlacesIs(
            @ForAll("spots") @Size(min = 1, max = 6) List<Spot> places, @ForAll("spots") @Size(8) List<Spot> others) {
        var reach = new Reach(places.toArray(Spot[]::new));

        for (var other : others) {
            for (var index = 0; index < places.size(); index++) {
                assertThat(other.nearness(places.get(index))).isLessThanOrEqualTo(bound(reach, other, 1L << index));
            }
        }
    }

    private static double bound(Reach reach, Spot other, long place) {
        if ((reach.nearby(other) & place) != 0) {
            return 1;
        }
        return (reach.compatriots(other) & place) != 0 ? reach.nearnessOfCompatriots(other) : 0;
    }

    /** A few degrees around one point or another, so that many are near each other; a division is in one country alone. */
    static Arbitrary<List<Spot>> someSpots() {
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
                    var division = new Division(
                            country,
                            admin1 == 0 ? 0 : 10 * country + admin1,
                            admin2 == 0 ? 0 : 100 * country + 10 * admin1 + admin2);
                    var place = (int) Double.doubleToLongBits(north) * 31 + (int) Double.doubleToLongBits(east);
                    return new Spot(place, kind, division, 0, middle / 2.0 + north, middle + east);
                })
                .list();
    }

    @Provide
    Arbitrary<List<Spot>> spots() {
        return someSpots();
    }
}
