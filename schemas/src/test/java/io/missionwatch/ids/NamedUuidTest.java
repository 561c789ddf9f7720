package io.missionwatch.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedUuidTest {

    @Test
    void agreesWithTheExampleOfTheSpecification() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(NamedUuid.version5(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void givesTheSameIdToTheSameNameAlone() {
        var articles = new NamedUuid("article");

        assertThat(articles.of("a", "bc")).isEqualTo(new NamedUuid("article").of("a", "bc"));
        assertThat(articles.of("a", "bc")).isNotEqualTo(articles.of("ab", "c"));
        assertThat(articles.of("a")).isNotEqualTo(new NamedUuid("event").of("a"));
    }
}
