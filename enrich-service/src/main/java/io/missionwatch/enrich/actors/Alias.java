package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.names.NameCase;

/** One name of an actor, what case it must have, and where and when the name means this actor. */
public record Alias(String text, NameCase policy, Scope scope) {

    static Alias of(String text) {
        return of(text, Scope.ALWAYS);
    }

    static Alias of(String text, Scope scope) {
        boolean capital = text.codePoints().anyMatch(Character::isUpperCase);
        return new Alias(text, capital ? NameCase.suiting(text) : NameCase.ANY, scope);
    }
}
