package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.actors.ActorLexicon.Entry;
import io.missionwatch.enrich.actors.ActorLexicon.Named;
import io.missionwatch.enrich.names.NameIndex;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Puts together what the name index finds in one field: each stretch once, with all that it can mean. */
final class MatchCollector implements NameIndex.Visitor {

    private final ActorLexicon lexicon;
    private final List<Token> tokens;
    private final Field field;
    private final boolean caseless;
    private final List<Match> found;
    private final List<Entry> entries = new ArrayList<>();
    private int start;
    private int end;
    /** That of the match before. */
    private int token;

    private MatchCollector(ActorLexicon lexicon, Document document, Field field, List<Match> found) {
        this.lexicon = lexicon;
        this.tokens = document.tokens();
        this.field = field;
        this.caseless = document.caseless(field);
        this.found = found;
    }

    /** All names of actors and countries from left to right, those of the title first. */
    static List<Match> matches(ActorLexicon lexicon, Document document) {
        var found = new ArrayList<Match>();
        for (var field : Field.values()) {
            var collector = new MatchCollector(lexicon, document, field, found);
            lexicon.index().forEachMatch(document.names(field), collector);
            collector.close();
        }
        return found;
    }

    @Override
    public void match(int start, int end, int id) {
        var entry = lexicon.entry(id);
        if (caseless
                && entry instanceof Named named
                && CommonWords.has(named.alias().text())) {
            return;
        }
        if (start != this.start || end != this.end) {
            close();
            this.start = start;
            this.end = end;
        }
        entries.add(entry);
    }

    private void close() {
        if (!entries.isEmpty()) {
            int first = tokenFrom(start, token);
            int after = tokenFrom(end, first);
            found.add(Match.of(new Span(field, start, end), first, after, entries));
            entries.clear();
            token = first;
        }
    }

    /** The number of the first token that begins at an offset or later; matches come from left to right, and so the search goes on. */
    private int tokenFrom(int offset, int from) {
        int at = from;
        while (at < tokens.size() && isBefore(tokens.get(at), offset)) {
            at++;
        }
        return at;
    }

    private boolean isBefore(Token token, int offset) {
        return token.field() == field ? token.start() < offset : token.field().compareTo(field) < 0;
    }
}
