package io.missionwatch.alert.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.book.BookInput;
import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.evidence.Reports;
import io.missionwatch.alert.matching.ArticleReach;
import io.missionwatch.alert.matching.Route;
import io.missionwatch.alert.matching.WindowInput;
import io.missionwatch.alert.severity.Severity;
import io.missionwatch.alert.windows.Group;
import io.missionwatch.alert.windows.Hit;
import io.missionwatch.alert.windows.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class WireSerdesTest {

    private static final PatternCard CARD = new PatternCard(
            "pattern", 3, "Attack", Severity.HIGH, true, Optional.of("Attack on {mission}"), Optional.empty());
    private static final Group GROUP = Group.of(List.of("b", "a"), List.of("1", "-"));
    private static final Route ROUTE = new Route("pattern", "state", GROUP);
    private static final Hit HIT = new Hit(
            Reports.attack("e1", "alpha"),
            List.of(new Hit.RuleHit("rule", Map.of("place.name", List.of("Kabul")))),
            Map.of("alert", "before"));

    @Test
    void windowInputsComeBackAsTheyWere() {
        comesBack(WireSerdes.windowInputs(), new WindowInput.Matched(ROUTE, CARD, HIT));
        comesBack(WireSerdes.windowInputs(), new WindowInput.Denied(ROUTE, HIT));
        comesBack(WireSerdes.windowInputs(), new WindowInput.Retracted(ROUTE, "e1", "Gone."));
    }

    @Test
    void bookInputsComeBackAsTheyWere() {
        var window = Window.of(Reports.NOON, Duration.ofDays(1));

        comesBack(
                WireSerdes.bookInputs(),
                new BookInput.Include("state", CARD, GROUP, window, Optional.of("x"), HIT.evidence()));
        comesBack(WireSerdes.bookInputs(), new BookInput.Withdraw("state", "e1", "Gone."));
    }

    @Test
    void whatIsKnownOfAnArticleComesBackAsItWas() {
        comesBack(
                WireSerdes.articleReaches(),
                new ArticleReach(
                        2,
                        true,
                        Map.of("e1", Set.of(ROUTE)),
                        List.of(new ArticleReach.Denial("e1", HIT.evidence())),
                        Reports.NOON));
    }

    private static <T> void comesBack(Serde<T> serde, T value) {
        var bytes = serde.serializer().serialize("topic", value);

        assertThat(serde.deserializer().deserialize("topic", bytes)).isEqualTo(value);
    }
}
