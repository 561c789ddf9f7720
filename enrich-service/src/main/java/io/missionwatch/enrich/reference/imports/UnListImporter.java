package io.missionwatch.enrich.reference.imports;

import io.missionwatch.enrich.actors.ActorLexicon;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.actors.Scope;
import io.missionwatch.enrich.places.Countries;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the consolidated list of the United Nations Security Council. Aliases of good quality hold everywhere; those of low
 * quality hold only in texts about the entry's countries, and not at all where it names none or they are a single word. What
 * the lexicon knows already is left out.
 */
public final class UnListImporter {

    /** Regimes whose listed entities bear arms; the others list companies, ministries and ships. */
    private static final Set<String> ARMED = Set.of("QD", "TA", "CD", "SO", "CF", "SS", "YE", "HT", "ML", "LB");

    private static final Set<String> GOOD = Set.of("good", "a.k.a.", "f.k.a.", "aka", "fka");

    private final KnownNames known;
    private final Countries countries = Countries.load();

    /** An importer that leaves out what the lexicon knows. */
    public UnListImporter(ActorLexicon lexicon) {
        this.known = new KnownNames(lexicon);
    }

    /**
     * Reads a list.
     *
     * @param source its name, for messages
     * @throws IOException when it is no such list; it may name no DTD and no entities
     */
    public ActorImport read(String source, InputStream xml) throws IOException {
        var actors = new ArrayList<ListedActor>();
        var leftOut = new ArrayList<String>();
        for (var entry : UnListReader.read(source, xml)) {
            var name = Names.written(entry.name());
            var id = "un-" + Names.id(entry.reference());
            var owner = known.owner(name);
            if (entry.reference().isBlank() || !KnownNames.isMatchable(name)) {
                leftOut.add("%s:%d: an entry without a number or a name".formatted(source, entry.line()));
            } else if (owner.isPresent()) {
                leftOut.add("%s:%d: %s %s is known as %s"
                        .formatted(source, entry.line(), entry.reference(), name, owner.get()));
            } else {
                actors.add(actor(entry, id, name));
            }
        }
        return new ActorImport(source, actors, leftOut);
    }

    private ListedActor actor(UnListReader.Entry entry, String id, String name) {
        var homes = entry.countries().stream()
                .flatMap(country -> countries.byName(country).stream())
                .map(country -> country.iso2())
                .distinct()
                .toList();
        known.free(id, List.of(ListedActor.Name.of(name)));
        var names =
                entry.aliases().stream().flatMap(alias -> named(alias, homes)).toList();
        return new ListedActor(
                id, name, type(entry), homes.stream().findFirst(), Optional.empty(), known.free(id, names), List.of());
    }

    private static ActorType type(UnListReader.Entry entry) {
        if (entry.individual()) {
            return ActorType.PERSON;
        }
        var regime =
                entry.reference().substring(0, Math.min(2, entry.reference().length()));
        return ARMED.contains(regime.toUpperCase(Locale.ROOT)) ? ActorType.ARMED_GROUP : ActorType.OTHER;
    }

    private static Stream<ListedActor.Name> named(UnListReader.Alias alias, List<String> homes) {
        var text = Names.written(alias.name());
        if (GOOD.contains(alias.quality().toLowerCase(Locale.ROOT))) {
            return Stream.of(ListedActor.Name.of(text));
        }
        if (homes.isEmpty() || text.indexOf(' ') < 0) {
            return Stream.empty();
        }
        var here = new Scope(homes.stream().collect(Collectors.toSet()), Optional.empty(), Optional.empty());
        return Stream.of(new ListedActor.Name(text, Optional.empty(), here));
    }
}
