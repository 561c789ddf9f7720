package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.actors.ActorLexicon.Named;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides which of several actors a name of a text means: the one that the text has named in full, then the one at home where most of
 * the text plays, then the one that goes by the name everywhere.
 */
final class Choice {

    private final Document document;
    private final List<Match> found;
    private final Context context;
    private final Acronyms certain;

    /** An actor and the reason why it is meant. */
    record Chosen(Actor actor, String reason) {}

    /** Among the actors that go by the names found in a document, given what it is about. */
    Choice(Document document, List<Match> found, Context context) {
        this.document = document;
        this.found = found;
        this.context = context;
        this.certain = new Acronyms(document);
        for (var match : found) {
            if (match.isActor() && meansOne(match)) {
                var named = match.named().get(0);
                if (named.scope().holds(context)) {
                    certain.add(match, named.actor());
                }
            }
        }
    }

    private static boolean meansOne(Match match) {
        var first = match.named().get(0).actor().id();
        for (var named : match.named()) {
            if (!named.actor().id().equals(first)) {
                return false;
            }
        }
        return true;
    }

    Context context() {
        return context;
    }

    /** The acronyms of the actors that are meant without doubt. */
    Acronyms certain() {
        return certain;
    }

    /** It would be the same everywhere in another context. */
    boolean holdsIn(Context other) {
        for (var match : found) {
            if (match.isActor() && match.isBoundToPlaces() && !holdsIn(other, match)) {
                return false;
            }
        }
        return true;
    }

    private boolean holdsIn(Context other, Match match) {
        for (var named : match.named()) {
            if (named.scope().holds(context) != named.scope().holds(other)) {
                return false;
            }
        }
        return match.named().size() == 1 || of(match, context).equals(of(match, other));
    }

    /** The actor that a name means, if it means one here. */
    Optional<Chosen> of(Match match) {
        return of(match, context);
    }

    private Optional<Chosen> of(Match match, Context where) {
        var acronym = Acronyms.defined(document.tokens(), match.after());
        if (acronym.isPresent()) {
            var spelt = spelt(match, where, acronym.get());
            if (spelt.isPresent()) {
                return spelt.map(named -> new Chosen(named.actor(), "acronym-behind"));
            }
        }
        var candidates = candidates(match, where);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var defined = certain.meaning(match.span());
        if (defined.isPresent()) {
            return Optional.of(new Chosen(defined.get(), "acronym-defined"));
        }
        return Optional.of(candidates.size() == 1 ? alone(candidates.get(0)) : among(candidates, where));
    }

    private List<Named> candidates(Match match, Context where) {
        if (match.named().size() == 1) {
            return isCandidate(match.named().get(0), where) ? match.named() : List.of();
        }
        var candidates = new ArrayList<Named>(match.named().size());
        for (var named : match.named()) {
            if (isCandidate(named, where)) {
                candidates.add(named);
            }
        }
        return candidates;
    }

    private boolean isCandidate(Named named, Context where) {
        return named.scope().holds(where) || certain.names(named.actor());
    }

    private static Chosen alone(Named named) {
        return new Chosen(named.actor(), named.scope().isLocal() ? "name-in-context" : "name");
    }

    private Chosen among(List<Named> candidates, Context where) {
        var anywhere = anywhere(candidates);
        var home = home(candidates, where);
        if (home.isEmpty() || (anywhere.isPresent() && !atHome(home.get(), where))) {
            return new Chosen(anywhere.orElseThrow().actor(), "name");
        }
        var best = anywhere.isPresent() ? home : heard(candidates).or(() -> home);
        return new Chosen(best.get().actor(), "name-in-context");
    }

    private static Optional<Named> anywhere(List<Named> candidates) {
        for (var named : candidates) {
            if (!named.scope().isLocal()) {
                return Optional.of(named);
            }
        }
        return Optional.empty();
    }

    /** The one whose countries the text speaks of most. */
    private static Optional<Named> home(List<Named> candidates, Context where) {
        Optional<Named> home = Optional.empty();
        for (var named : candidates) {
            boolean closer = home.isEmpty() || weight(named, where) > weight(home.get(), where);
            if (named.scope().isLocal() && closer) {
                home = Optional.of(named);
            }
        }
        return home;
    }

    /** The only one of some that the text has named in full. */
    private Optional<Named> heard(List<Named> candidates) {
        Optional<Named> heard = Optional.empty();
        for (var named : candidates) {
            if (certain.names(named.actor())) {
                if (heard.isPresent()) {
                    return Optional.empty();
                }
                heard = Optional.of(named);
            }
        }
        return heard;
    }

    /** "National Liberation Army (ELN)": who has the acronym for a name too, wherever the text plays; of several, the best known. */
    private static Optional<Named> spelt(Match match, Context where, Token acronym) {
        var spelt = match.named().stream()
                .filter(named -> isCalled(named.actor(), acronym.text(), where))
                .toList();
        var here = spelt.stream().filter(named -> named.scope().holds(where)).toList();
        return (here.isEmpty() ? spelt : here)
                .stream()
                        .max(Comparator.comparingInt(
                                named -> named.actor().aliases().size()));
    }

    private static boolean isCalled(Actor actor, String acronym, Context where) {
        return actor.aliases().stream()
                .anyMatch(alias -> alias.text().equals(acronym) && alias.scope().holdsOn(where.day()));
    }

    private static boolean atHome(Named named, Context where) {
        return where.main().isPresent()
                && named.scope().countries().contains(where.main().get());
    }

    private static int weight(Named named, Context where) {
        int weight = 0;
        for (var country : named.scope().countries()) {
            weight += where.weight(country);
        }
        return weight;
    }
}
