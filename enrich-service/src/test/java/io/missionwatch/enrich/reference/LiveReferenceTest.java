package io.missionwatch.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.enrich.BuiltIn;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.actors.ListedActor;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveReferenceTest {

    private static final ReferenceData BUILT_IN = BuiltIn.REFERENCE;

    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final LiveReference<ReferenceData> live = new LiveReference<>(BUILT_IN, data -> data, work::add);

    @Test
    void worksOutManyChangesOnceAndElsewhere() {
        live.put(actor("zarbul", "Zarbul Lashkaran"));
        live.put(actor("markhol", "Markhol Front"));
        var before = live.current();
        var waiting = work.size();
        work.remove().run();

        assertThat(before.version()).isEqualTo(BUILT_IN.version());
        assertThat(waiting).isEqualTo(1);
        assertThat(live.current().lexicon().actor("zarbul")).isPresent();
        assertThat(live.current().lexicon().actor("markhol")).isPresent();
    }

    @Test
    void hasOneVersionForOneContentWhateverItsOrder() {
        live.put(actor("zarbul", "Zarbul Lashkaran"));
        live.put(actor("markhol", "Markhol Front"));
        live.settle();
        var one = live.current().version();
        live.resetActors();
        live.put(actor("markhol", "Markhol Front"));
        live.settle();
        var half = live.current().version();
        live.put(actor("zarbul", "Zarbul Lashkaran"));
        live.settle();

        assertThat(live.current().version()).isEqualTo(one).isNotEqualTo(half);
    }

    @Test
    void keepsTheBuiltInVersionWhileNothingIsAdded() {
        live.put(actor("zarbul", "Zarbul Lashkaran"));
        live.removeActor("zarbul");
        live.settle();

        assertThat(live.current().version()).isEqualTo(BUILT_IN.version()).matches("[0-9a-f]{12}");
    }

    @Test
    void changesNothingForAnActorThatCannotBe() {
        assertThatThrownBy(() -> live.put(actor("zarbul", "?!")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("actor zarbul: ");
        assertThat(work).isEmpty();
        assertThat(live.additions()).isZero();
    }

    private static ListedActor actor(String id, String name) {
        return new ListedActor(
                id, name, ActorType.ARMED_GROUP, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
}
