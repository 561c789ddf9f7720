package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.access.Principal;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.access.SignIn;
import io.missionwatch.alert.access.SignInRefused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class GuardTest {

    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final Guard guard = new Guard(List.of(new Tokens(good)), 10, InstantSource.system());

    @Test
    void whoeverSignedInMayOnlyAsLongAsTheTokenHolds() {
        good.add("ada");
        var mayRead = guard.stillMay("ada", Scope.ALERTS_READ);
        var mayAct = guard.stillMay("ada", Scope.ALERTS_ACT);
        assertThat(mayRead.getAsBoolean()).isTrue();
        assertThat(mayAct.getAsBoolean()).isFalse();

        good.remove("ada");

        assertThat(mayRead.getAsBoolean()).isFalse();
    }

    private record Tokens(Set<String> good) implements SignIn {

        @Override
        public boolean knows(String token) {
            return true;
        }

        @Override
        public Principal principalOf(String token, Instant now) {
            if (!good.contains(token)) {
                throw new SignInRefused("revoked");
            }
            return new Principal(token, true, Set.of(Scope.ALERTS_READ));
        }
    }
}
