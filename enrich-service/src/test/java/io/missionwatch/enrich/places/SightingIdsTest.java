package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SightingIdsTest {

    @Property(tries = 100)
    void keepsEachIdOnceInItsOrder(@ForAll @Size(max = 80) @IntRange(max = 60) int[] ids) {
        var expected = Arrays.stream(ids).distinct().toArray();

        assertThat(SightingIds.distinct(ids.clone())).isEqualTo(expected);
    }
}
