package io.missionwatch.enrich.missions;

import java.util.Optional;

/** Whose mission it is: a state by its code, or an international organisation by its id. */
record Sender(Optional<String> state, Optional<String> organisation) {

    static Sender state(String iso2) {
        return new Sender(Optional.of(iso2), Optional.empty());
    }

    static Sender organisation(String id) {
        return new Sender(Optional.empty(), Optional.of(id));
    }

    boolean isState(String iso2) {
        return state.filter(iso2::equals).isPresent();
    }
}
