package io.missionwatch.bench.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The same patterns as queries of Lucene's monitor, with its term-filtering presearcher. */
final class LuceneMatcher implements EventMatcher {

    private static final String TEXT = "event.text";

    private final Monitor monitor;

    LuceneMatcher(List<MadePattern> patterns) {
        try {
            monitor = new Monitor(new WhitespaceAnalyzer(), new TermFilteredPresearcher(), new MonitorConfiguration());
            monitor.register(patterns.stream()
                    .map(pattern -> new MonitorQuery(pattern.id(), query(pattern)))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Query query(MadePattern pattern) {
        var query = new BooleanQuery.Builder();
        query.add(anyOf("event.type", pattern.types()), Occur.MUST);
        pattern.host().ifPresent(value -> query.add(term("mission.host_state", value), Occur.MUST));
        pattern.sending().ifPresent(value -> query.add(term("mission.sending_state", value), Occur.MUST));
        pattern.actor().ifPresent(value -> query.add(term("actor.id", value), Occur.MUST));
        pattern.city().ifPresent(value -> query.add(term("place.name", value), Occur.MUST));
        pattern.phrase().ifPresent(value -> query.add(new PhraseQuery(TEXT, value.split(" ")), Occur.MUST));
        query.add(anyOf("event.modality", List.of("NEGATED", "HYPOTHETICAL", "PLANNED")), Occur.MUST_NOT);
        query.add(anyOf("event.temporal", List.of("BACKGROUND", "FUTURE")), Occur.MUST_NOT);
        return query.build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Query anyOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    @Override
    public Set<String> matches(Map<String, Object> event) {
        try {
            var ids = new HashSet<String>();
            monitor.match(document(event), QueryMatch.SIMPLE_MATCHER)
                    .getMatches()
                    .forEach(match -> ids.add(match.getQueryId()));
            return ids;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The fields that the patterns ask for, and no others: Lucene pays for each. */
    private static Document document(Map<String, Object> event) {
        var document = new Document();
        var told = (Map<?, ?>) event.get("event");
        add(document, "event.type", told.get("type"));
        add(document, "event.modality", told.get("modality"));
        add(document, "event.temporal", told.get("temporal"));
        document.add(new TextField(TEXT, told.get("text").toString(), Field.Store.NO));
        add(document, "place.name", ((Map<?, ?>) event.get("place")).get("name"));
        for (var actor : (List<?>) event.get("actor")) {
            add(document, "actor.id", ((Map<?, ?>) actor).get("id"));
        }
        for (var mission : (List<?>) event.get("mission")) {
            add(document, "mission.host_state", ((Map<?, ?>) mission).get("host_state"));
            add(document, "mission.sending_state", ((Map<?, ?>) mission).get("sending_state"));
        }
        return document;
    }

    private static void add(Document document, String field, Object value) {
        document.add(new StringField(field, value.toString(), Field.Store.NO));
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
