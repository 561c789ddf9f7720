package io.missionwatch.ingest.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {

    @ParameterizedTest
    @CsvSource({
        "March, 3",
        "sept, 9",
        "Sep, 9",
        "märz, 3",
        "février, 2",
        "marzo, 3",
        "fevrier, 2",
        "Ιούλ, 7",
        "августа, 8",
        "شباط, 0",
        "Januari, 1",
        "heinäkuuta, 7",
        "monday, 0",
        "3, 0",
        "'', 0"
    })
    void haveTheirNumbersInTheLanguagesOfNews(String word, int number) {
        assertThat(Months.numberOf(word)).isEqualTo(number);
    }
}
