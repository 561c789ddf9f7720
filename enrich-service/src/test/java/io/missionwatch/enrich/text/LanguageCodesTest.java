package io.missionwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageCodesTest {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "ES-MX, es",
        "es_MX, es",
        "RU, ru",
        "spa, es",
        "Rus, ru",
        "eng, en",
        "fre, fr",
        "fra, fr",
        "zh-Hant-TW, zh",
        "cmn, zh",
        "prs, fa",
        "he, he"
    })
    void knowsALanguageHoweverItsTagIsWritten(String tag, String language) {
        assertThat(LanguageCodes.ofTag(tag)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "English", "qqq", "x-klingon", "e", "12", "русский"})
    void leavesWhatIsNoLanguageToBeDetected(String tag) {
        assertThat(LanguageCodes.ofTag(tag)).isEmpty();
    }
}
