package io.missionwatch.enrich.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.places.Countries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexiconCheckTest {

    private static final Countries COUNTRIES = Countries.load();

    @Test
    void findsNoFaultInTheBuiltInActors() {
        var actors = ActorLexicon.builtIn(COUNTRIES);

        assertThat(LexiconCheck.faults(actors, COUNTRIES)).isEmpty();
        assertThat(LexiconCheck.census(actors).get(ActorType.ARMED_GROUP)).isGreaterThan(400);
    }

    @Test
    void namesAnIdThatStandsTwice() {
        assertThat(faults(actor("blue-dawn", "Blue Dawn", Scope.ALWAYS), actor("blue-dawn", "Red Dusk", Scope.ALWAYS)))
                .contains("Actor blue-dawn stands twice.");
    }

    @Test
    void namesTwoActorsThatClaimOneName() {
        assertThat(faults(
                        actor("blue-dawn", "Dawn Front", Scope.ALWAYS), actor("red-dawn", "Dawn Front", Scope.ALWAYS)))
                .containsExactly(
                        "Actors blue-dawn and red-dawn both claim the name Dawn Front: give one of them a scope.");
    }

    @Test
    void letsTwoActorsShareANameInTwoCountries() {
        assertThat(faults(actor("blue-dawn", "Dawn Front", in("PE")), actor("red-dawn", "Dawn Front", in("CL"))))
                .isEmpty();
    }

    @Test
    void namesWhatNoTextCanMatch() {
        assertThat(faults(actor("blue-dawn", "Dawn (Blue)", Scope.ALWAYS)))
                .containsExactly("Actor blue-dawn has a name that no text matches: Dawn (Blue).");
    }

    @Test
    void namesACountryThatIsNotThere() {
        assertThat(faults(actor("blue-dawn", "Dawn Front", in("QQ"))))
                .containsExactly("Actor blue-dawn speaks of a country that is not there: QQ.");
    }

    private static List<String> faults(Actor... actors) {
        return LexiconCheck.faults(List.of(actors), COUNTRIES);
    }

    private static Scope in(String iso2) {
        return new Scope(Set.of(iso2), Optional.empty(), Optional.empty());
    }

    private static Actor actor(String id, String name, Scope scope) {
        return new Actor(
                id,
                name,
                ActorType.ARMED_GROUP,
                Optional.empty(),
                Optional.empty(),
                List.of(Alias.of(name, scope)),
                List.of());
    }
}
