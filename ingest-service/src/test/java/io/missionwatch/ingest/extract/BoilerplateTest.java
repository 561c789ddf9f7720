package io.missionwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {

    private final Boilerplate boilerplate = new Boilerplate();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Posted on 3 March 2026 by the newsroom in World, Middle East and Africa",
                "Posted on Monday",
                "Published by Harbour Times",
                "Updated at 10:15 a.m.",
                "Support us",
                "Support us on our page",
                "Read more: the embassy reopens, and what it means for those who wait for a visa",
                "RELATED STORIES",
            })
    void knowsTheLinesAroundArticles(String line) {
        assertThat(boilerplate.is(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Posted on Telegram, the threat named the U.S. embassy in Baghdad and gave a date.",
                "Posted on 3 March, the threat named the U.S. embassy in Baghdad and gave a date.",
                "Published by the group's Amaq agency, the statement claimed the attack on the consulate.",
                "Support US forces gave to the embassy was withdrawn on Monday.",
            })
    void keepsSentencesThatBeginAsSuchLinesDo(String sentence) {
        assertThat(boilerplate.is(sentence)).isFalse();
    }

    @Test
    void knowsWhollyOnlyWhatItKnowsToTheLastWord() {
        assertThat(boilerplate.isWholly("Related stories")).isTrue();
        assertThat(boilerplate.isWholly("Trending now")).isTrue();
        assertThat(boilerplate.isWholly("Posted on Telegram: threats to embassies"))
                .isFalse();
        assertThat(boilerplate.isWholly("More from the embassy bombing trial")).isFalse();
    }
}
