package io.missionwatch.ingest.web;

import static io.missionwatch.ingest.web.ToldSite.flood;
import static io.missionwatch.ingest.web.ToldSite.pause;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.web.WebAnswer.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class WebClientDeadlineTest {

    @RegisterExtension
    private final ToldSite site = ToldSite.calledImpatiently();

    @Test
    void waitsForNobodyLongerThanItsDeadline() {
        site.serve("/silent", exchange -> pause(5000));
        site.serve("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            flood(exchange.getResponseBody(), 100);
        });
        site.serve("/drip-after-refusal", exchange -> {
            exchange.sendResponseHeaders(500, 0);
            flood(exchange.getResponseBody(), 100);
        });
        long start = System.nanoTime();

        assertThat(site.problem("/silent")).isEqualTo(Problem.TIMEOUT);
        assertThat(site.problem("/drip")).isEqualTo(Problem.TIMEOUT);
        assertThat(site.problem("/drip-after-refusal")).isEqualTo(Problem.SERVER_ERROR);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }
}
