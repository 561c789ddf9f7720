package io.missionwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {

    @Test
    void hasADefaultForEverything() {
        var config = config(Map.of());

        assertThat(config.kafka().applicationId()).isEqualTo("missionwatch-ingest");
        assertThat(config.admin().address().getPort()).isEqualTo(9101);
        assertThat(config.admin().address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(config.door().address().getPort()).isEqualTo(8082);
        assertThat(config.door().address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(config.door().token()).isEmpty();
        assertThat(config.web().loopbackAllowed()).isFalse();
        assertThat(config.web().userAgent()).isEqualTo("Missionwatch/0.1 (news reader)");
        assertThat(config.web().deadline()).isEqualTo(Duration.ofSeconds(45));
        assertThat(config.fetchThreads()).isEqualTo(32);
        assertThat(config.limits().entries()).isEqualTo(2000);
        assertThat(config.articlesKept()).isEqualTo(Duration.ofDays(120));
        assertThat(config.webSub().isOn()).isFalse();
        assertThat(config.webSub().address().getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void takesEverySetting() {
        var config = config(Map.ofEntries(
                Map.entry("admin.port", "0"),
                Map.entry("door.host", "0.0.0.0"),
                Map.entry("door.port", "0"),
                Map.entry("door.token", "secret-secret-secret"),
                Map.entry("door.bytes", "4096"),
                Map.entry("door.in-flight", "1000"),
                Map.entry("web.contact", "ops@example.org"),
                Map.entry("web.connect-timeout", "1s"),
                Map.entry("web.answer-timeout", "2s"),
                Map.entry("web.deadline", "3s"),
                Map.entry("web.redirects", "1"),
                Map.entry("web.bytes", "2048"),
                Map.entry("web.per-host", "3"),
                Map.entry("web.loopback", "true"),
                Map.entry("fetch.threads", "4"),
                Map.entry("pages.gap", "1s"),
                Map.entry("feed.items", "5"),
                Map.entry("feed.depth", "60"),
                Map.entry("feed.first-spread", "0s"),
                Map.entry("feed.silent-after", "3"),
                Map.entry("articles.kept", "2d"),
                Map.entry("metrics.feeds", "0"),
                Map.entry("websub.callback", "https://us.example/hub/"),
                Map.entry("websub.host", "127.0.0.2"),
                Map.entry("websub.port", "0")));

        assertThat(config.web().userAgent()).isEqualTo("Missionwatch/0.1 (news reader; +ops@example.org)");
        assertThat(config.door().address().getAddress().isAnyLocalAddress()).isTrue();
        assertThat(config.door().token()).contains("secret-secret-secret");
        assertThat(config.door().mostBytes()).isEqualTo(4096);
        assertThat(config.door().mostInFlight()).isEqualTo(1000);
        assertThat(config.web().mostRedirects()).isEqualTo(1);
        assertThat(config.web().mostBytes()).isEqualTo(2048);
        assertThat(config.web().connectionsPerHost()).isEqualTo(3);
        assertThat(config.web().loopbackAllowed()).isTrue();
        assertThat(config.fetchThreads()).isEqualTo(4);
        assertThat(config.pageGap()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.limits().entries()).isEqualTo(5);
        assertThat(config.limits().depth()).isEqualTo(60);
        assertThat(config.firstSpread()).isZero();
        assertThat(config.silentAfterGaps()).isEqualTo(3);
        assertThat(config.articlesKept()).isEqualTo(Duration.ofDays(2));
        assertThat(config.feedsShown()).isZero();
        assertThat(config.webSub().callback()).contains(URI.create("https://us.example/hub"));
        assertThat(config.webSub().address()).isEqualTo(new InetSocketAddress("127.0.0.2", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "door.host, 0.0.0.0",
        "door.port, -1",
        "door.token, short",
        "door.bytes, 1",
        "door.in-flight, 1",
        "web.contact, smörgås",
        "web.connect-timeout, 1ms",
        "web.answer-timeout, 1h",
        "web.deadline, never",
        "web.redirects, -1",
        "web.bytes, 1",
        "web.per-host, 0",
        "web.loopback, maybe",
        "fetch.threads, 0",
        "pages.gap, 1h",
        "feed.items, 0",
        "feed.depth, 1",
        "articles.kept, 1h",
        "metrics.feeds, -1",
        "websub.callback, ftp://us.example",
        "websub.callback, nowhere",
        "websub.port, 70000",
        "admin.port, 70000"
    })
    void refusesAWrongValueByName(String name, String value) {
        assertThatThrownBy(() -> config(Map.of(name, value)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(name);
    }

    @Test
    void refusesADeadlineShorterThanItsParts() {
        assertThatThrownBy(() -> config(Map.of("web.deadline", "1s")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("web.*");
    }

    private static IngestConfig config(Map<String, String> given) {
        return IngestConfig.from(Settings.of(given, IngestConfig.declared()));
    }
}
