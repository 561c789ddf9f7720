package io.missionwatch.enrich.events;

import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.events.time.Anchor;
import io.missionwatch.enrich.events.time.TimeExpression;
import io.missionwatch.enrich.events.time.TimeReader;
import io.missionwatch.enrich.events.words.LanguagePack;
import io.missionwatch.enrich.events.words.WordClasses;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Lays an article out in lines: each sentence with what the language pack and the tags say of its words. */
final class LineReader {

    /** No sentence is longer; what claims to be one is a table or an attack. */
    private static final int LONGEST = 400;

    private final LanguagePack pack;
    private final TimeReader times;

    LineReader(LanguagePack pack) {
        this.pack = pack;
        this.times = new TimeReader(pack.time());
    }

    List<Line> read(Document document, Cast cast, Anchor anchor, Budget budget) {
        var lines = new ArrayList<Line>();
        for (var sentence : document.sentences()) {
            budget.check("lines");
            if (!byline(document, sentence)) {
                for (int from = 0; from < sentence.tokens().size(); from += LONGEST) {
                    lines.add(line(lines.size(), part(sentence, from), cast, anchor));
                }
            }
        }
        return lines;
    }

    private static Sentence part(Sentence sentence, int from) {
        var tokens = sentence.tokens();
        if (tokens.size() <= LONGEST) {
            return sentence;
        }
        var some = tokens.subList(from, Math.min(tokens.size(), from + LONGEST));
        var span = new Span(
                sentence.field(), some.get(0).start(), some.get(some.size() - 1).end());
        return new Sentence(span, sentence.paragraph(), sentence.firstToken() + from, some);
    }

    private static boolean byline(Document document, Sentence sentence) {
        for (var byline : document.bylines()) {
            if (byline.contains(sentence.span())) {
                return true;
            }
        }
        return false;
    }

    private Line line(int number, Sentence sentence, Cast cast, Anchor anchor) {
        var tokens = sentence.tokens();
        var entries = pack.lexicon().entriesOf(tokens);
        var classes = new WordClasses[entries.length];
        int[] kinds = new int[entries.length];
        for (int at = 0; at < entries.length; at++) {
            classes[at] = entries[at].classes();
            kinds[at] = entries[at].times();
        }
        var hits = pack.triggers().find(tokens, entries);
        var dates = dates(sentence, times.read(tokens, kinds, anchor), cast);
        return new Line(number, sentence, classes, cast, dates, hits, pack.freeOrder());
    }

    /** The time expressions of a sentence; a day or month in the name of a group, as of Black September, is none. */
    private static List<TimeExpression> dates(Sentence sentence, List<TimeExpression> read, Cast cast) {
        if (read.isEmpty()) {
            return read;
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
