package io.missionwatch.bench.extract;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A page and what a person or a parser made for its site says that it holds.
 *
 * @param name the file's name
 * @param url where the page was found, as far as the set says
 * @param day the day of publication
 * @param authors empty where the set has none
 */
@SuppressWarnings("ArrayRecordComponent") // Pages are never compared.
record LabelledPage(
        String name, byte[] html, URI url, String title, List<String> authors, Optional<LocalDate> day, String body) {

    LabelledPage {
        authors = List.copyOf(authors);
    }
}
