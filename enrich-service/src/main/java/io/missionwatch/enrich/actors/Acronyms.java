package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.actors.Choice.CertainMatch;
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

    private Acronyms(Document document) {
        this.document = document;
    }

    static Acronyms in(Document document, TokenFinder tokens, List<CertainMatch> certain) {
        var acronyms = new Acronyms(document);
        for (var match : certain) {
            acronyms.named.add(match.actor().id());
            defined(tokens, match.span())
                    .ifPresent(acronym -> acronyms.meanings.putIfAbsent(acronym.text(), match.actor()));
        }
        return acronyms;
    }

    /** The acronym in brackets right after a name. */
    static Optional<Token> defined(TokenFinder tokens, Span name) {
        int at = tokens.after(name);
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
        long upper = word.chars().filter(Character::isUpperCase).count();
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
