package io.missionwatch.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNamesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8082,      true",
        "LocalHost,           true",
        "[::1]:8082,          true",
        "[::1],               true",
        "console.example:443, true",
        "evil.example:8082,   false",
        "127.0.0.1.evil.test, false",
        "10.0.0.1:8082,       false",
        "'',                  false",
    })
    void includeTheHostThatAServerIsAskedUnder(String host, boolean included) {
        assertThat(OwnNames.LOOPBACK.and(List.of("Console.example")).include(host))
                .isEqualTo(included);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8082,  127.0.0.1:8082,  true",
        "https://a.example,      A.example,       true",
        "http://127.0.0.1:8083,  127.0.0.1:8082,  false",
        "http://evil.example,    127.0.0.1:8082,  false",
        "null,                   127.0.0.1:8082,  false",
        "'http://a b',           a b,             false",
    })
    void tellAPageOfTheServerItselfFromOthers(String origin, String host, boolean own) {
        assertThat(OwnNames.isOwnOrigin(origin, host)).isEqualTo(own);
    }
}
