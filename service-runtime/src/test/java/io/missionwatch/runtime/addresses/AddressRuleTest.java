package io.missionwatch.runtime.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    private static final AddressRule NO_LEAVE = new AddressRule(Set.of());
    private static final AddressRule ALL_LEAVE = new AddressRule(Set.of(Reach.values()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "169.254.169.254",
                "168.63.129.16",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.175.48.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "fec0::1",
                "100::1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::1",
                "2002:c0a8:101::1",
                "4000::1"
            })
    void keepsToThePublicNetwork(String address) throws Exception {
        assertThat(NO_LEAVE.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "172.15.0.1",
                "172.32.0.1",
                "2606:4700::1",
                "64:ff9b::101:101",
                "2002:101:101::1"
            })
    void letsThePublicNetworkBe(String address) throws Exception {
        assertThat(NO_LEAVE.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "192.168.1.1", "fd12::1", "::ffff:127.0.0.1"})
    void goesFurtherWithLeave(String address) throws Exception {
        assertThat(ALL_LEAVE.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"169.254.169.254", "fe80::1", "fd00:ec2::254", "0.0.0.0", "64:ff9b::a9fe:a9fe", "224.0.0.1"})
    void neverGoesToMetadataOrReservedOnes(String address) throws Exception {
        assertThat(ALL_LEAVE.allows(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void judgesMappedAddressesThatTheJdkDoesNotUnwrap() throws Exception {
        var mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        mapped[12] = 10;

        assertThat(NO_LEAVE.allows(Inet6Address.getByAddress("x", mapped, -1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "192.168.1.1, false", "169.254.169.254, false"})
    void leaveForThisMachineOpensNothingElse(String address, boolean open) throws Exception {
        assertThat(new AddressRule(Set.of(Reach.LOOPBACK)).allows(InetAddress.getByName(address)))
                .isEqualTo(open);
    }
}
