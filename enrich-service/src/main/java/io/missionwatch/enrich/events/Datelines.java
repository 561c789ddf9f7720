package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.time.Anchor;
import io.missionwatch.enrich.events.time.DatePrecision;
import io.missionwatch.enrich.events.time.TimeReader;
import io.missionwatch.enrich.events.time.TimeWords;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import java.time.ZoneOffset;
import java.util.Optional;

/** The date at the head of a report, which stands for publication where nobody gives that: "LIMA, 16 JAN 90 (EFE) -- ...". */
final class Datelines {

    private static final int HEAD = 24;

    private Datelines() {}

    static Anchor anchorOf(Document document, TimeWords words) {
        var unknown = new Anchor(Optional.empty());
        var head = document.tokens().stream()
                .filter(token -> token.field() == Field.BODY)
                .limit(HEAD)
                .toList();
        return new TimeReader(words)
                .read(head, unknown).stream()
                        .map(expression -> expression.when())
                        .filter(when -> when.precision() == DatePrecision.DAY && when.isKnown())
                        .findFirst()
                        .map(when -> new Anchor(when.start()
                                .map(start -> start.atZone(ZoneOffset.UTC).toLocalDate())))
                        .orElse(unknown);
    }
}
