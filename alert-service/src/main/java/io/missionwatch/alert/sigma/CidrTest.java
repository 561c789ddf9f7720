package io.missionwatch.alert.sigma;

import java.util.Arrays;
import java.util.function.Consumer;

/** The value is an address inside a network, IPv4 or IPv6. */
final class CidrTest implements ValueTest {
    private final byte[] network;
    private final int bits;

    private CidrTest(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Reads {@code address/bits}; an address alone is a network of one. */
    static CidrTest parse(String written) {
        int slash = written.indexOf('/');
        var address = IpAddress.parse(slash < 0 ? written : written.substring(0, slash))
                .orElseThrow(() -> refused(written));
        int most = address.length * 8;
        int bits = slash < 0 ? most : bits(written, written.substring(slash + 1));
        if (bits > most) {
            throw refused(written);
        }
        return new CidrTest(address, bits);
    }

    private static int bits(String written, String digits) {
        if (!digits.matches("\\d{1,3}")) {
            throw refused(written);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException refused(String written) {
        return new IllegalArgumentException(
                "'" + written + "' is no network; expected one such as 10.0.0.0/8 or 2001:db8::/32");
    }

    @Override
    public boolean test(Scalar value, Consumer<String> overruns) {
        return IpAddress.parse(value.text()).filter(this::holds).isPresent();
    }

    private boolean holds(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || (address[whole] & 0xff) >> (8 - rest) == (network[whole] & 0xff) >> (8 - rest);
    }
}
