package io.missionwatch.quickstart.backtest;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An article of the past, as a line of the input tells it.
 *
 * @param id kept as article id
 * @param outlet who published it
 * @param published when, if it is known
 * @param dayOnly only the day of publication is known
 * @param title its title, plain
 * @param text its text, plain
 * @param url its address
 * @param language BCP 47 tag of its language
 */
record PastArticle(
        String id,
        String outlet,
        Optional<Instant> published,
        boolean dayOnly,
        String title,
        String text,
        Optional<String> url,
        Optional<String> language) {

    PastArticle {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
    }
}
