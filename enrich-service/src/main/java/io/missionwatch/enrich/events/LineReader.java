package io.missionwatch.enrich.events;

import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.events.words.LanguagePack;
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
    private final Cast cast;
    private final Dates dates;

    LineReader(LanguagePack pack, Cast cast, Dates dates) {
        this.pack = pack;
        this.cast = cast;
        this.dates = dates;
    }

    List<Line> read(Document document, Budget budget) {
        var words = pack.lexicon().wordingOf(document.tokens());
        var lines = new ArrayList<Line>(document.sentences().size());
        for (var sentence : document.sentences()) {
            budget.check("lines");
            if (!byline(document, sentence)) {
                for (int from = sentence.firstToken(); from < sentence.endToken(); from += LONGEST) {
                    var part = part(sentence, from);
                    var line = words.part(from, part.endToken());
                    lines.add(new Line(lines.size(), part, line, cast, dates, pack));
                }
            }
        }
        return lines;
    }

    /** At most the longest of sentences from a token on. */
    private static Sentence part(Sentence sentence, int from) {
        var tokens = sentence.tokens();
        if (tokens.size() <= LONGEST) {
            return sentence;
        }
        int first = from - sentence.firstToken();
        var some = tokens.subList(first, Math.min(tokens.size(), first + LONGEST));
        var span = new Span(
                sentence.field(), some.get(0).start(), some.get(some.size() - 1).end());
        return new Sentence(span, sentence.paragraph(), from, some);
    }

    private static boolean byline(Document document, Sentence sentence) {
        for (var byline : document.bylines()) {
            if (byline.contains(sentence.span())) {
                return true;
            }
        }
        return false;
    }
}
