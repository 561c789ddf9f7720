package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
import io.missionwatch.enrich.text.Document;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LocalPlacesTest {

    private static final LocalPlaces RUSSIAN = new LocalPlaces("ru", BuiltIn.GAZETTEER);
    private static final Place MALI = BuiltIn.GAZETTEER.placesNamed("Mali").get(0);

    @Test
    void leavesToOthersWhatItHasNoNameFor() {
        var text = "В Москве и Mali.";

        var tags = RUSSIAN.joinedWith(List.of(mali(text), everywhere(text)), russian(text));

        assertThat(tags)
                .extracting(tag -> tag.place().name() + " " + tag.mentions().size())
                .containsExactly("Moscow 1", "Mali 1");
    }

    @Test
    void readsManyMentionsInProportionToTheirNumber() {
        var text = "Мали Mali ".repeat(40_000);
        var document = russian(text);
        var others = List.of(mali(text));
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();

        var tags = RUSSIAN.joinedWith(others, document);

        assertThat((threads.getCurrentThreadCpuTime() - before) / 1e9).isLessThan(2);
        assertThat(tags)
                .singleElement()
                .satisfies(tag -> assertThat(tag.mentions()).hasSize(80_000));
    }

    private static Document russian(String text) {
        return Document.of("", text, Optional.of("ru"), Optional.of(Instant.EPOCH));
    }

    private static PlaceTag mali(String text) {
        var mentions = Pattern.compile("Mali")
                .matcher(text)
                .results()
                .map(match -> new PlaceMention(false, match.start(), match.end(), "Mali", PlaceReason.NAMED, false))
                .toList();
        return new PlaceTag(MALI, .5, mentions);
    }

    /** A place whose only mention overlaps a name in the text's own language. */
    private static PlaceTag everywhere(String text) {
        var mention = new PlaceMention(false, 0, text.length() - 8, text, PlaceReason.NAMED, false);
        return new PlaceTag(BuiltIn.GAZETTEER.placesNamed("Lima").get(0), .5, List.of(mention));
    }
}
