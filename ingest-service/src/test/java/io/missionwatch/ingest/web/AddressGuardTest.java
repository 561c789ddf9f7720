package io.missionwatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "100.100.100.200",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1",
                "fec0::1",
                "100::1"
            })
    void refusesWhatAFeedHasNoBusinessWith(String address) throws UnknownHostException {
        assertThat(new AddressGuard(false).allows(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "8.8.8.8", "100.63.255.255", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808"
            })
    void letsTheWebThrough(String address) throws UnknownHostException {
        assertThat(new AddressGuard(false).allows(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void refusesMappedAddressesThatTheJdkDoesNotUnwrap() throws UnknownHostException {
        var mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        mapped[12] = 10;

        assertThat(new AddressGuard(false).allows(java.net.Inet6Address.getByAddress("x", mapped, -1)))
                .isFalse();
    }

    @Test
    void letsTheDemoReadItselfAndNothingElse() throws UnknownHostException {
        var guard = new AddressGuard(true);

        assertThat(guard.allows(address("127.0.0.1"))).isTrue();
        assertThat(guard.allows(address("::1"))).isTrue();
        assertThat(guard.allows(address("192.168.1.1"))).isFalse();
        assertThat(guard.allows(address("169.254.169.254"))).isFalse();
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
