package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Span;
import io.missionwatch.enrich.text.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The actors that a text names in full, and the acronyms that it gives them in brackets: "Revolutionary Justice Organization (RJO)". */
final class Acronyms {

    private final Document document;
    private final Set<String> named = new HashSet<>();
    private final Map<String, Actor> meanings = new HashMap<>();

    Acronyms(Document document) {
        this.document = document;
    }

    /** The text names an actor, and perhaps gives it an acronym behind the name. */
    void add(Match name, Actor actor) {
        named.add(actor.id());
        defined(document.tokens(), name.after()).ifPresent(acronym -> meanings.putIfAbsent(acronym.text(), actor));
    }

    /** The acronym in brackets at the token right after a name. */
    static Optional<Token> defined(List<Token> tokens, int at) {
        if (at + 2 >= tokens.size() || !opens(tokens.get(at))) {
            return Optional.empty();
        }
        var word = tokens.get(at + 1);
        boolean closes = tokens.get(at + 2).is(")") || tokens.get(at + 2).is("]");
        return closes && isAcronym(word.text()) ? Optional.of(word) : Optional.empty();
    }

    private static boolean opens(Token token) {
        return token.is("(") || token.is("[");
    }

    static boolean isAcronym(String word) {
        int upper = 0;
        for (int at = 0; at < word.length(); at++) {
            upper += Character.isUpperCase(word.charAt(at)) ? 1 : 0;
        }
        return word.length() >= 2 && word.length() <= 9 && upper >= 2 && upper * 2 >= word.length();
    }

    boolean names(Actor actor) {
        return named.contains(actor.id());
    }

    Optional<Actor> meaning(Span span) {
        return meanings.isEmpty() ? Optional.empty() : Optional.ofNullable(meanings.get(document.text(span)));
    }

    /** Hands on the acronyms that the text itself defines. */
    void define(TagCollector tags) {
        meanings.forEach(tags::define);
    }
}
