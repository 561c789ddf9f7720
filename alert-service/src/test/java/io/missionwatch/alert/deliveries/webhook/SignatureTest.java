package io.missionwatch.alert.deliveries.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    // The example that the specification's own libraries test themselves with.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @Test
    void signsAsTheSpecificationDoes() {
        assertThat(new Signature(List.of(SECRET)).of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEverySecretWhileTheyChange() {
        var both = new Signature(List.of(SECRET, "whsec_" + "A".repeat(32))).of("id", 1, BODY);

        assertThat(both.split(" ")).hasSize(2).doesNotHaveDuplicates().allMatch(one -> one.startsWith("v1,"));
        assertThat(both).startsWith(new Signature(List.of(SECRET)).of("id", 1, BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_AAAA", "whsec_ä!", ""})
    void refusesSecretsOfAnotherFormWithoutRepeatingThem(String secret) {
        assertThatThrownBy(() -> new Signature(List.of(secret)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be whsec_")
                .hasNoCause();
    }
}
