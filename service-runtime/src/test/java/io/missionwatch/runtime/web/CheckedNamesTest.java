package io.missionwatch.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.addresses.AddressRule;
import java.net.InetAddress;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

class CheckedNamesTest {

    @Test
    void givesTheAddressesThatItChecked() throws Exception {
        var good = InetAddress.getByName("1.1.1.1");

        assertThat(names(good).resolve("news.example")).containsExactly(good);
    }

    @Test
    void oneForbiddenAddressSpoilsTheOthers() throws Exception {
        var names = names(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));

        assertThatThrownBy(() -> names.resolve("rebinding.example"))
                .isInstanceOf(ForbiddenAddressException.class)
                .hasMessageContaining("rebinding.example");
    }

    private static CheckedNames names(InetAddress... addresses) {
        return new CheckedNames(new AddressRule(Set.of()), new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }
}
