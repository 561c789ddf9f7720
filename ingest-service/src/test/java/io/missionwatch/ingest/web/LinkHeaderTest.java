package io.missionwatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<https://hub.example/>; rel=\"hub\"                                        | https://hub.example/",
                "<https://news.example/feed>; rel=self, <https://hub.example/>; rel=hub       | https://hub.example/",
                "<https://a.example/>; title=\"one, two\"; rel=\"next\", <https://b.example/>; rel=\"x HUB\" | https://b.example/",
                "<https://hub.example/?a=1,2>;rel=hub                                         | https://hub.example/?a=1,2",
                "<https://other.example/>; rel=\"hubs\"                                       |",
                "https://hub.example/; rel=hub                                                |",
            })
    void findsTheHub(String header, String hub) {
        assertThat(LinkHeader.target(List.of(header), "hub").orElse(null)).isEqualTo(hub);
    }

    @Property(tries = 200)
    void neverThrows(@ForAll String header) {
        assertThat(LinkHeader.target(List.of("<" + header + ">; rel=" + header), "hub"))
                .isNotNull();
    }
}
