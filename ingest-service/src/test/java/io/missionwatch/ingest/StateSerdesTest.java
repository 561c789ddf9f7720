package io.missionwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.StateSerdes.SeenItem;
import java.nio.ByteBuffer;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StateSerdesTest {

    @Test
    void readsTheItemsThatAnOlderVersionWrote() {
        var old = ByteBuffer.allocate(16).putLong(7).putLong(8).array();

        assertThat(StateSerdes.seenItem().deserializer().deserialize("", old))
                .isEqualTo(new SeenItem(7, 8, Optional.empty()));
    }

    @Property(tries = 50)
    void readsTheItemsThatItWrites(@ForAll long hash, @ForAll long at, @ForAll @IntRange(max = 9) int tries) {
        var item = new SeenItem(hash, at, Optional.of("0f1e2d3c-4b5a-5678-9abc-def012345678"), tries);
        var serde = StateSerdes.seenItem();

        assertThat(serde.deserializer().deserialize("", serde.serializer().serialize("", item)))
                .isEqualTo(item);
    }
}
