package io.missionwatch.enrich.explain;

import io.missionwatch.enrich.articles.Enrichment;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of an article to underline, what was taken for it, and the reason code. */
record Mark(Span span, Kind kind, String name, String reason) {

    /** What a stretch of text was taken for. */
    enum Kind {
        MISSION,
        ACTOR,
        PLACE
    }

    /** The marks of one field from left to right, none overlapping another: missions before actors before places. */
    static List<Mark> of(Enrichment enrichment, Field field) {
        var marks = new ArrayList<Mark>();
        for (var mark : all(enrichment)) {
            boolean free = marks.stream().noneMatch(other -> other.span().overlaps(mark.span()));
            if (mark.span().field() == field && mark.span().length() > 0 && free) {
                marks.add(mark);
            }
        }
        marks.sort(Comparator.comparing(Mark::span));
        return List.copyOf(marks);
    }

    private static List<Mark> all(Enrichment enrichment) {
        var marks = new ArrayList<Mark>();
        for (var tag : enrichment.missions()) {
            var name = tag.type() + " of " + tag.sendingState().orElse("?") + " in "
                    + tag.hostState().orElse("?");
            tag.mentions()
                    .forEach(mention -> marks.add(new Mark(mention.span(), Kind.MISSION, name, mention.reason())));
        }
        for (var tag : enrichment.actors()) {
            var name = tag.name() + " (" + tag.type() + ")";
            tag.mentions().forEach(mention -> marks.add(new Mark(mention.span(), Kind.ACTOR, name, mention.reason())));
        }
        for (var tag : enrichment.places()) {
            var name = tag.place().name() + " (" + tag.place().countryCode() + ", " + tag.confidence() + ")";
            for (var mention : tag.mentions()) {
                var span = new Span(mention.inTitle() ? Field.TITLE : Field.BODY, mention.start(), mention.end());
                marks.add(new Mark(span, Kind.PLACE, name, mention.reason().toString()));
            }
        }
        return marks;
    }
}
