package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.names.NameIndex;
import io.missionwatch.enrich.places.Countries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An actor as a list has it: with the names that a person wrote down, of which the spellings follow by rule.
 *
 * @param id stable, in kebab case
 * @param country ISO 3166-1 alpha-2 code of its home
 * @param parent id of the actor it belongs to
 * @param names its names besides the first
 * @param types types that it has at times and in places other than usual
 */
public record ListedActor(
        String id,
        String name,
        ActorType type,
        Optional<String> country,
        Optional<String> parent,
        List<Name> names,
        List<Actor.TypeChange> types) {

    private static final String KEBAB = "[\\p{Ll}\\p{N}]+(-[\\p{Ll}\\p{N}]+)*";

    public ListedActor {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }

    /**
     * A name.
     *
     * @param nameCase what case it must have; by rule where nothing is said
     */
    public record Name(String text, Optional<NameCase> nameCase, Scope scope) {

        /** A name that holds everywhere, in the case that suits it. */
        public static Name of(String text) {
            return new Name(text, Optional.empty(), Scope.ALWAYS);
        }
    }

    /** The actor with every spelling of its names. */
    public Actor spelledOut() {
        return spelledOut(Spellings.builtIn());
    }

    Actor spelledOut(Spellings spellings) {
        var aliases = new ArrayList<Alias>();
        if (isWritten()) {
            forms(name, spellings).forEach(form -> aliases.add(Alias.of(form)));
        }
        for (var other : names) {
            if (other.nameCase().isPresent()) {
                aliases.add(new Alias(other.text(), other.nameCase().get(), other.scope()));
            } else {
                forms(other.text(), spellings).forEach(form -> aliases.add(Alias.of(form, other.scope())));
            }
        }
        return new Actor(id, name, type, country, parent, aliases, types);
    }

    private static Set<String> forms(String name, Spellings spellings) {
        var forms = new LinkedHashSet<String>();
        for (var spelling : spellings.of(name)) {
            forms.add(spelling);
            forms.addAll(NameForms.builtIn().of(spelling));
        }
        return forms;
    }

    /** A name that brackets or a list tell from others is for readers; texts do not write it so. */
    private boolean isWritten() {
        return name.chars().noneMatch(c -> "(/,".indexOf(c) >= 0);
    }

    /**
     * Says why it cannot be taken into a lexicon, where it cannot.
     *
     * @throws IllegalArgumentException with the reason
     */
    public void check(Countries countries) {
        require(id.matches(KEBAB), "its id is not in kebab case");
        require(parent.filter(id::equals).isEmpty(), "it is its own parent");
        country.ifPresent(iso2 -> checkCountry(iso2, countries));
        names.forEach(other -> other.scope().countries().forEach(iso2 -> checkCountry(iso2, countries)));
        var index = NameIndex.builder();
        try {
            spelledOut().aliases().forEach(alias -> index.add(alias.text(), 0, alias.policy()));
        } catch (IllegalArgumentException unmatched) {
            throw new IllegalArgumentException("actor " + id + ": " + unmatched.getMessage(), unmatched);
        }
    }

    private void checkCountry(String iso2, Countries countries) {
        require(countries.country(iso2).isPresent(), "no country has the code " + iso2);
    }

    private void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException("actor " + id + ": " + reason);
        }
    }
}
