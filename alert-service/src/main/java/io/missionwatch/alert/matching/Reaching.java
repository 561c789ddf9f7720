package io.missionwatch.alert.matching;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Stance;
import io.missionwatch.alert.matching.ArticleReach.Denial;
import io.missionwatch.alert.matching.Reporting.Closed;
import io.missionwatch.alert.matching.Reporting.Told;
import io.missionwatch.alert.matching.WindowInput.Matched;
import io.missionwatch.alert.matching.WindowInput.Retracted;
import io.missionwatch.alert.windows.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows what an article's revisions set off. Every window that an event of the article reached learns when the event
 * matches no more or is told no more; what an older revision says after a newer one has come is left out.
 */
public final class Reaching {

    static final String REVISED = "A revision of the article does not say it any more.";

    private final ArticleReach after;
    private final List<WindowInput> messages;

    private Reaching(ArticleReach after, List<WindowInput> messages) {
        this.after = after;
        this.messages = List.copyOf(messages);
    }

    /** What is known of the article then. */
    public ArticleReach after() {
        return after;
    }

    /** What windows are to be told. */
    public List<WindowInput> messages() {
        return messages;
    }

    /** What becomes of an article when the stream says something of it. */
    public static Reaching of(ArticleReach before, Reporting reporting, Instant now) {
        if (reporting.revision() < before.revision()) {
            return new Reaching(before, List.of());
        }
        var current = reporting.revision() > before.revision()
                ? new ArticleReach(reporting.revision(), false, before.reached(), List.of(), now)
                : before;
        return reporting instanceof Told told ? told(current, told, now) : closed(current, (Closed) reporting, now);
    }

    private static Reaching told(ArticleReach before, Told told, Instant now) {
        var eventId = told.evidence().eventId();
        var routes = new LinkedHashSet<Route>();
        var messages = new ArrayList<WindowInput>();
        for (var match : told.matches()) {
            routes.add(match.route());
            messages.add(new Matched(match.route(), match.card(), new Hit(told.evidence(), match.rules(), Map.of())));
        }
        for (var route : sorted(before.reached().getOrDefault(eventId, Set.of()))) {
            if (!routes.contains(route)) {
                messages.add(new Retracted(route, eventId, REVISED));
            }
        }
        var reached = new HashMap<>(before.reached());
        reached.put(eventId, Set.copyOf(routes));
        reached.values().removeIf(Set::isEmpty);
        var denials = new ArrayList<>(before.denials());
        told.denies().map(about -> new Denial(about, told.evidence())).ifPresent(denials::add);
        return new Reaching(new ArticleReach(before.revision(), before.complete(), reached, denials, now), messages);
    }

    private static Reaching closed(ArticleReach before, Closed closed, Instant now) {
        var reached = new HashMap<>(before.reached());
        var messages = new ArrayList<WindowInput>();
        before.reached().forEach((eventId, routes) -> {
            if (!closed.surviving().contains(eventId)) {
                sorted(routes).forEach(route -> messages.add(new Retracted(route, eventId, REVISED)));
                reached.remove(eventId);
            }
        });
        for (var denial : before.denials()) {
            var against = reached.getOrDefault(denial.about(), Set.of());
            sorted(against).forEach(route -> messages.add(denying(route, denial.evidence())));
            if (!against.isEmpty()) {
                reached.merge(denial.evidence().eventId(), against, Reaching::union);
            }
        }
        return new Reaching(new ArticleReach(before.revision(), true, reached, List.of(), now), messages);
    }

    /** The card of the pattern is known where the denied event went; a denial has none of its own. */
    private static WindowInput denying(Route route, Evidence denial) {
        var evidence = new Evidence(
                denial.eventId(),
                Stance.DENIES,
                denial.source(),
                denial.telling(),
                denial.place(),
                denial.actors(),
                denial.missions());
        return new WindowInput.Denied(route, new Hit(evidence, List.of(), Map.of()));
    }

    private static Set<Route> union(Set<Route> one, Set<Route> other) {
        var both = new LinkedHashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    private static List<Route> sorted(Set<Route> routes) {
        return routes.stream().sorted(Comparator.comparing(Route::key)).toList();
    }
}
