package io.missionwatch.enrich.text;

import io.missionwatch.enrich.names.NameText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * An article as taggers read it: its tokens and sentences, title first, and what its form tells (dateline, bylines, quotations).
 * All spans count in the original text.
 */
public final class Document {

    private static final int LETTERS_A_TOKEN = 5;

    private final String title;
    private final String body;
    private final Optional<String> language;
    private final Optional<Instant> published;
    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final List<Span> paragraphs;
    private final boolean titleCaseless;
    private final boolean bodyCaseless;
    private final NameText titleNames;
    private final NameText bodyNames;
    private final Furniture furniture;
    private final List<Quotation> quotations;

    private Document(String title, String body, Optional<String> language, Optional<Instant> published) {
        this.title = title;
        this.body = body;
        this.language = language;
        this.published = published;
        this.bodyCaseless = Caseless.test(body);
        this.titleCaseless = Caseless.test(title);
        var cut = new ArrayList<Token>((title.length() + body.length()) / LETTERS_A_TOKEN + 1);
        var stops = new BitSet();
        Tokens.add(Field.TITLE, Normalised.of(title), cut, stops);
        int titleTokens = cut.size();
        Tokens.add(Field.BODY, Normalised.of(body), cut, stops);
        this.tokens = TokenRow.of(cut);
        var titleParagraphs = Paragraphs.of(Field.TITLE, title);
        var bodyParagraphs = Paragraphs.of(Field.BODY, body);
        this.paragraphs = joined(titleParagraphs, bodyParagraphs);
        this.sentences = joined(
                Sentences.of(tokens.subList(0, titleTokens), stops, titleParagraphs, 0, titleCaseless),
                Sentences.of(
                        tokens.subList(titleTokens, tokens.size()), stops, bodyParagraphs, titleTokens, bodyCaseless));
        this.titleNames = NameText.of(title);
        this.bodyNames = NameText.of(body);
        this.furniture = Furniture.of(sentences);
        this.quotations = Quotations.of(tokens, sentences);
    }

    public static Document of(String title, String body) {
        return new Document(title, body, Optional.empty(), Optional.empty());
    }

    /** With the language, as a two-letter code, and the time of publication where they are known. */
    public static Document of(String title, String body, Optional<String> language, Optional<Instant> published) {
        return new Document(title, body, language, published);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<T>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public String text(Field field) {
        return field == Field.TITLE ? title : body;
    }

    /** The field as names are looked for in it. */
    public NameText names(Field field) {
        return field == Field.TITLE ? titleNames : bodyNames;
    }

    /** The original words of a span. */
    public String text(Span span) {
        return text(span.field()).substring(span.start(), span.end());
    }

    public Optional<String> language() {
        return language;
    }

    public Optional<Instant> published() {
        return published;
    }

    /** All tokens, those of the title first. */
    public List<Token> tokens() {
        return tokens;
    }

    /** All sentences, those of the title first. */
    public List<Sentence> sentences() {
        return sentences;
    }

    public List<Span> paragraphs() {
        return paragraphs;
    }

    /** Where the report says it was written. */
    public Optional<Dateline> dateline() {
        return furniture.dateline();
    }

    /** Lines that name reporters, editors and photographers: no part of what is told. */
    public List<Span> bylines() {
        return furniture.bylines();
    }

    public List<Quotation> quotations() {
        return quotations;
    }

    /** The field is (nearly) all in upper case, so that case tells a tagger nothing. */
    public boolean caseless(Field field) {
        return field == Field.TITLE ? titleCaseless : bodyCaseless;
    }

    public boolean caseless() {
        return bodyCaseless;
    }

    /** The sentence in which the span begins. */
    public Optional<Sentence> sentenceOf(Span span) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var sentence = sentences.get(middle).span();
            if (sentence.field() == span.field() && span.start() >= sentence.start() && span.start() < sentence.end()) {
                return Optional.of(sentences.get(middle));
            }
            if (sentence.compareTo(span) < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** The number of a sentence of this document, counted from zero. */
    public int indexOf(Sentence sentence) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).firstToken() < sentence.firstToken()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A mention of the tokens from one to another, the last one included. */
    public Mention mention(Token first, Token last, String reason) {
        return mention(first.span().to(last.span()), reason);
    }

    public Mention mention(Span span, String reason) {
        return new Mention(span, text(span), reason);
    }
}
