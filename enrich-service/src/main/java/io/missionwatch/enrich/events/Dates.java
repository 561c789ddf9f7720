package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.time.Anchor;
import io.missionwatch.enrich.events.time.TimeExpression;
import io.missionwatch.enrich.events.time.TimeReader;
import io.missionwatch.enrich.events.words.Wording;
import io.missionwatch.enrich.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Reads the time expressions of an article's sentences. */
record Dates(TimeReader reader, Anchor anchor, Cast cast) {

    /** Those of a sentence; a day or month in the name of a group, as of Black September, is none. */
    List<TimeExpression> of(Sentence sentence, Wording words) {
        var read = reader.read(sentence.tokens(), words.times(), anchor);
        if (read.isEmpty()) {
            return List.of();
        }
        int first = sentence.firstToken();
        var dates = new ArrayList<TimeExpression>(read.size());
        for (var time : read) {
            if (!cast.isActorThroughout(first + time.first(), first + time.end())) {
                dates.add(time);
            }
        }
        return dates;
    }
}
