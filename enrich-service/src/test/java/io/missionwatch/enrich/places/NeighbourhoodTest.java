package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NeighbourhoodTest {

    @Property(tries = 100)
    void hearsEachNameAroundAndNeverTheNameItself(
            @ForAll("spots") @Size(min = 1, max = 9) List<Spot> spots, @ForAll @IntRange(min = 1, max = 200) int size) {
        var names = IntStream.range(0, size)
                .mapToObj(name -> new Candidates(new Spot[] {spots.get(name % spots.size())}, new double[1]))
                .toArray(Candidates[]::new);
        var neighbourhood = new Neighbourhood(names);

        for (var name = 0; name < size; name++) {
            var place = names[name].place(0);
            assertThat(neighbourhood.supportFor(place, name)).isEqualTo(supportAround(name, names));
        }
    }

    private static double supportAround(int name, Candidates[] names) {
        var from = Math.max(0, name - 30);
        var sum = 0.0;
        for (var at = from; at < Math.min(names.length, from + 60); at++) {
            sum += at == name ? 0 : names[at].supportFor(names[name].place(0));
        }
        return sum;
    }

    @Provide
    Arbitrary<List<Spot>> spots() {
        return ReachTest.someSpots();
    }
}
