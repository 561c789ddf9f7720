package io.missionwatch.bench.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an extractor made of a page. */
record Extraction(String title, String body, List<String> authors, Optional<LocalDate> day) {

    static final Extraction NOTHING = new Extraction("", "", List.of(), Optional.empty());

    Extraction {
        authors = List.copyOf(authors);
    }
}
