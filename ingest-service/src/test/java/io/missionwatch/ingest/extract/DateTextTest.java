package io.missionwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.extract.PublicationDate.Source;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    private static Optional<PublicationDate> find(String text, String language) {
        return DateText.find(text, Source.META, Optional.ofNullable(language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2024-03-05T18:30:00+01:00; ; 2024-03-05T18:30:00+01:00",
                "2024-03-05T23:59:59.123Z; ; 2024-03-05T23:59:59Z",
                "2024-03-05 18:30; ; 2024-03-05T18:30:00",
                "20240305T183000Z; ; 2024-03-05T18:30:00Z",
                "20240305; ; 2024-03-05",
                "1709663400; ; 2024-03-05T18:30:00Z",
                "Tue, 05 Mar 2024 18:30:00 GMT; ; 2024-03-05T18:30:00Z",
                "Published March 5, 2024 at 6:30 p.m.; en; 2024-03-05T18:30:00",
                "5 de marzo de 2024; es; 2024-03-05",
                "5 марта 2024; ru; 2024-03-05",
                "2024年3月5日; ja; 2024-03-05",
                "2024년 3월 5일; ko; 2024-03-05",
                "3/5/2024; en-US; 2024-03-05",
                "5/3/2024; en-GB; 2024-03-05",
                "25/3/2024; ; 2024-03-25",
                "Di 05.03.24 | 18:30 Uhr; de; 2024-03-05T18:30:00"
            })
    void readsTheDaysThatPagesWrite(String text, String language, String expected) {
        assertThat(find(text, language)).map(PublicationDate::toString).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3/5/2024; en",
                "3/5/2024; ",
                "yesterday; en",
                "31 February 2024; en",
                "room 2024; en",
                "99999999; "
            })
    void givesNoDateWhereNoneOrMoreThanOneIsMeant(String text, String language) {
        assertThat(find(text, language)).isEmpty();
    }

    @Property(tries = 200)
    void readsAnyTextWithoutFailure(@ForAll @StringLength(max = 320) String text) {
        assertThat(find(text, null)).isNotNull();
    }
}
