package io.missionwatch.alert.matching;

import static io.missionwatch.alert.evidence.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Reports;
import io.missionwatch.alert.evidence.Stance;
import io.missionwatch.alert.matching.Reporting.Closed;
import io.missionwatch.alert.matching.Reporting.Told;
import io.missionwatch.alert.severity.Severity;
import io.missionwatch.alert.windows.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachingTest {

    private static final Route ROUTE =
            new Route("pattern", "state", Group.of(List.of("mission.host_state"), List.of("AF")));
    private static final PatternCard CARD =
            new PatternCard("pattern", 0, "Attack", Severity.HIGH, false, Optional.empty(), Optional.empty());
    private static final List<PatternMatch> MATCHES = List.of(new PatternMatch(ROUTE, CARD, List.of()));

    private final List<WindowInput> messages = new ArrayList<>();
    private ArticleReach article = ArticleReach.none(NOON);

    @Test
    void aMatchGoesToItsWindows() {
        tell(1, "e1", MATCHES);

        assertThat(messages).singleElement().isInstanceOf(WindowInput.Matched.class);
    }

    @Test
    void anEventThatANewerRevisionDoesNotTellIsRetracted() {
        tell(1, "e1", MATCHES);
        close(1, "e1");
        messages.clear();

        close(2);

        assertThat(messages).containsExactly(new WindowInput.Retracted(ROUTE, "e1", Reaching.REVISED));
    }

    @Test
    void anEventThatANewerRevisionTellsOtherwiseIsRetracted() {
        tell(1, "e1", MATCHES);
        messages.clear();

        tell(2, "e1", List.of());
        close(2, "e1");

        assertThat(messages).containsExactly(new WindowInput.Retracted(ROUTE, "e1", Reaching.REVISED));
    }

    @Test
    void anEventIsRetractedOnce() {
        tell(1, "e1", MATCHES);
        close(2);
        messages.clear();

        close(2);
        close(3);

        assertThat(messages).isEmpty();
    }

    @Test
    void anOlderRevisionSaysNothingAnyMore() {
        close(2);

        tell(1, "e1", MATCHES);
        close(1, "e1");

        assertThat(messages).isEmpty();
    }

    @Test
    void aDenialOfAnEventGoesWhereThatEventWent() {
        say(new Told(report(1, "denial"), List.of(), Optional.of("e1")));
        tell(1, "e1", MATCHES);
        messages.clear();

        close(1, "e1", "denial");

        assertThat(messages).singleElement().isInstanceOfSatisfying(WindowInput.Denied.class, denied -> {
            assertThat(denied.route()).isEqualTo(ROUTE);
            assertThat(denied.hit().evidence().stance()).isEqualTo(Stance.DENIES);
        });
    }

    private void tell(int revision, String eventId, List<PatternMatch> matches) {
        say(new Told(report(revision, eventId), matches, Optional.empty()));
    }

    private void close(int revision, String... surviving) {
        say(new Closed(revision, Set.of(surviving)));
    }

    private void say(Reporting reporting) {
        var reaching = Reaching.of(article, reporting, NOON);
        article = reaching.after();
        messages.addAll(reaching.messages());
    }

    private static Evidence report(int revision, String eventId) {
        return Reports.of(eventId, Reports.source("article", revision, "alpha", NOON), "ATTACK", "CONFIRMED");
    }
}
