package io.missionwatch.alert.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.book.BookInput.Act;
import io.missionwatch.alert.book.BookInput.Include;
import io.missionwatch.alert.book.BookInput.TimeReached;
import io.missionwatch.alert.book.BookInput.Withdraw;
import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Reports;
import io.missionwatch.alert.severity.Severity;
import io.missionwatch.alert.severity.SeverityTable;
import io.missionwatch.alert.sites.WatchedSites;
import io.missionwatch.alert.windows.Group;
import io.missionwatch.alert.windows.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happens to an alert, in whatever order, its life stays one that the rules allow. */
class AlertBookProperties {

    private static final String ALERT = "an-alert";
    private static final AlertBook BOOK = new AlertBook(
            new Reviser(SeverityTable.builtIn(), () -> WatchedSites.NONE, (state, at) -> Optional.empty()),
            Lifetimes.USUAL);
    private static final PatternCard CARD = new PatternCard(
            "pattern",
            0,
            "Attack on a mission",
            Severity.HIGH,
            false,
            Optional.of("Attack on {mission}"),
            Optional.empty());
    private static final Group GROUP =
            Group.of(List.of("mission.host_state", "mission.sending_state"), List.of("AF", "RU"));
    private static final Window WINDOW = Window.of(Reports.NOON, Duration.ofDays(1));

    @Property(tries = 150)
    void revisionsHaveNoGapAndNoRepeat(@ForAll("lives") List<BookInput> life) {
        var revisions =
                live(life).stream().map(state -> state.latest().revision()).toList();

        assertThat(revisions)
                .isEqualTo(IntStream.rangeClosed(1, revisions.size()).boxed().toList());
    }

    @Property(tries = 150)
    void statusMovesOnlyAsTheRulesAllow(@ForAll("lives") List<BookInput> life) {
        var states = live(life);

        for (int index = 1; index < states.size(); index++) {
            var from = states.get(index - 1).latest().status();
            var to = states.get(index).latest().status();
            assertThat(from == to || from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isTrue();
        }
    }

    @Property(tries = 150)
    void timeNeverRunsBackwards(@ForAll("lives") List<BookInput> life) {
        assertThat(live(life).stream().map(state -> state.latest().updatedAt()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void whatIsSaidTwiceCountsOnce(@ForAll("lives") List<BookInput> life) {
        var twice =
                life.stream().flatMap(input -> List.of(input, input).stream()).toList();

        assertThat(summary(live(twice))).isEqualTo(summary(live(life)));
    }

    @Property(tries = 150)
    void theOrderOfEvidenceDoesNotMatter(@ForAll("evidence") List<Include> evidence, @ForAll Random random) {
        var shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, random);

        assertThat(summary(live(List.copyOf(shuffled)))).isEqualTo(summary(live(List.copyOf(evidence))));
    }

    /** Windows of two versions of a pattern speak in turns that nobody knows; each keeps its own order. */
    @Property(tries = 150)
    void theTurnsInWhichWindowsSpeakDoNotMatter(
            @ForAll("finds") List<Boolean> one, @ForAll("finds") List<Boolean> other, @ForAll Random random) {
        var first = new ArrayDeque<>(told("of-version-1", one));
        var second = new ArrayDeque<>(told("of-version-2", other));
        var mixed = new ArrayList<BookInput>();
        while (!first.isEmpty() || !second.isEmpty()) {
            boolean isFirst = second.isEmpty() || (!first.isEmpty() && random.nextBoolean());
            mixed.add(isFirst ? first.removeFirst() : second.removeFirst());
        }

        var states = live(mixed);

        boolean isFound = isFound(one) || isFound(other);
        assertThat(!states.isEmpty() && states.get(states.size() - 1).isSupported())
                .isEqualTo(isFound);
    }

    /** What an older version of the service found bears no name, and can be taken back all the same. */
    @Property(tries = 20)
    void whatAnOlderVersionFoundCanBeTakenBack(@ForAll("windows") String found, @ForAll("windows") String gone) {
        var states = live(List.of(included(found, Reports.attack("e1", "alpha")), withdrawn(gone, "e1")));

        boolean isAnothers = !found.isEmpty() && !gone.isEmpty() && !found.equals(gone);
        assertThat(states.get(states.size() - 1).isSupported()).isEqualTo(isAnothers);
    }

    private static List<BookInput> told(String windows, List<Boolean> finds) {
        return finds.stream()
                .<BookInput>map(
                        find -> find ? included(windows, Reports.attack("e1", "alpha")) : withdrawn(windows, "e1"))
                .toList();
    }

    private static boolean isFound(List<Boolean> finds) {
        return !finds.isEmpty() && finds.get(finds.size() - 1);
    }

    @Provide
    Arbitrary<List<Boolean>> finds() {
        return Arbitraries.of(true, false).list().ofMaxSize(5);
    }

    @Property(tries = 100)
    void anAlertWithoutSupportIsNotOpen(@ForAll("lives") List<BookInput> life) {
        live(life).stream()
                .filter(state -> !state.isSupported())
                .forEach(state ->
                        assertThat(state.latest().status()).isNotIn(AlertStatus.OPEN, AlertStatus.ACKNOWLEDGED));
    }

    /** Evidence set, severity and certainty at the end. */
    private static String summary(List<AlertState> states) {
        if (states.isEmpty()) {
            return "no alert";
        }
        var last = states.get(states.size() - 1);
        var latest = last.latest();
        return last.evidence() + " " + latest.assessment().severity() + " "
                + latest.assessment().certainty() + " " + latest.wording() + " " + latest.incidentId();
    }

    /** The revisions of an alert, as the world sees them. */
    private static List<AlertState> live(List<BookInput> life) {
        var revisions = new ArrayList<AlertState>();
        Optional<AlertState> state = Optional.empty();
        for (var input : life) {
            var outcome = BOOK.apply(ALERT, state, input, timeOf(input));
            state = outcome.state();
            if (outcome.news() == Outcome.News.REVISION) {
                revisions.add(state.orElseThrow());
            }
        }
        return revisions;
    }

    private static Instant timeOf(BookInput input) {
        return input instanceof Include include ? include.evidence().eventTime() : Reports.NOON;
    }

    @Provide
    Arbitrary<List<BookInput>> lives() {
        return Arbitraries.<BookInput>frequencyOf(
                        Tuple.of(5, includes().map(BookInput.class::cast)),
                        Tuple.of(
                                2,
                                Combinators.combine(eventIds(), windows()).as((id, windows) -> withdrawn(windows, id))),
                        Tuple.of(3, actions()),
                        Tuple.of(1, times()))
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Include>> evidence() {
        return includes()
                .list()
                .uniqueElements(include -> include.evidence().eventId())
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private Arbitrary<Include> includes() {
        return Combinators.combine(
                        windows(),
                        eventIds(),
                        Arbitraries.of("alpha", "beta", "gamma"),
                        Arbitraries.of("CONFIRMED", "ALLEGED", "UNVERIFIED", "DISPUTED"),
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.of(true, true, true, false))
                .as((windows, id, outlet, verification, minutes, supports) -> {
                    var time = Reports.NOON.plus(Duration.ofMinutes(minutes));
                    var report =
                            Reports.of(id, Reports.source("article-of-" + id, 1, outlet, time), "ATTACK", verification);
                    return included(windows, supports ? report : Reports.denying(report));
                });
    }

    private static Include included(String windows, Evidence evidence) {
        return new Include(windows, CARD, GROUP, WINDOW, Optional.empty(), evidence);
    }

    private static Withdraw withdrawn(String windows, String eventId) {
        return new Withdraw(windows, eventId, "It was withdrawn.");
    }

    private static Arbitrary<BookInput> actions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(ActionKind.class),
                        Arbitraries.integers().between(0, 900))
                .as((id, kind, minutes) -> new Act(
                        "action-" + id,
                        kind,
                        "ada",
                        Reports.NOON.plus(Duration.ofMinutes(minutes)),
                        "",
                        Optional.empty()));
    }

    private static Arbitrary<BookInput> times() {
        return Arbitraries.integers()
                .between(0, 12)
                .map(days -> new TimeReached(Reports.NOON.plus(Duration.ofDays(days))));
    }

    @Provide
    Arbitrary<String> windows() {
        return Arbitraries.of("of-version-1", "of-version-2", BookInput.UNNAMED);
    }

    private static Arbitrary<String> eventIds() {
        return Arbitraries.of("e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8");
    }
}
