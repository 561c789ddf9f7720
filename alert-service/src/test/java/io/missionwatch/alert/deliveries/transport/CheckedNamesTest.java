package io.missionwatch.alert.deliveries.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.addresses.AddressRule;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckedNamesTest {

    @Test
    void oneForbiddenAddressSpoilsTheOthers() throws Exception {
        var good = InetAddress.getByName("1.1.1.1");
        var bad = InetAddress.getByName("10.0.0.1");
        var names = new CheckedNames(new AddressRule(Set.of()), new FixedNames(good, bad));

        assertThatThrownBy(() -> names.resolve("rebinding.example"))
                .isInstanceOf(CheckedNames.ForbiddenException.class);
    }
}
