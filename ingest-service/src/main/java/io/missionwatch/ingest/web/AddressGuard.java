package io.missionwatch.ingest.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses addresses that a feed has no business with: this machine, private networks, link-local ones with the metadata
 * services of clouds, carrier-grade NAT, multicast, and all that is reserved, also when written as IPv6.
 */
public final class AddressGuard {

    private static final List<Range> REFUSED_4 = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("10.0.0.0", 8),
            Range.of("100.64.0.0", 10),
            Range.of("127.0.0.0", 8),
            Range.of("169.254.0.0", 16),
            Range.of("172.16.0.0", 12),
            Range.of("192.0.0.0", 24),
            Range.of("192.0.2.0", 24),
            Range.of("192.31.196.0", 24),
            Range.of("192.52.193.0", 24),
            Range.of("192.88.99.0", 24),
            Range.of("192.168.0.0", 16),
            Range.of("192.175.48.0", 24),
            Range.of("198.18.0.0", 15),
            Range.of("198.51.100.0", 24),
            Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 4),
            Range.of("240.0.0.0", 4),
            // Metadata services outside the link-local range.
            Range.of("168.63.129.16", 32),
            Range.of("100.100.100.200", 32));
    // Of IPv6 only global unicast is open; these are the parts of it that lead elsewhere.
    private static final Range GLOBAL_6 = Range.of("2000::", 3);
    private static final List<Range> REFUSED_6 = List.of(
            Range.of("2001::", 23), Range.of("2001:db8::", 32), Range.of("3fff::", 20), Range.of("fd00:ec2::", 32));
    private static final Range SIX_TO_FOUR = Range.of("2002::", 16);
    private static final Range NAT64 = Range.of("64:ff9b::", 96);

    private final boolean loopbackAllowed;

    /** A guard that lets connections to this machine through or not; everything else it refuses in either case. */
    public AddressGuard(boolean loopbackAllowed) {
        this.loopbackAllowed = loopbackAllowed;
    }

    /** Whether an address may be connected to. */
    public boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopbackAllowed;
        }
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return allows4(bytes);
        }
        return address instanceof Inet6Address && allows6(bytes);
    }

    private boolean allows4(byte[] bytes) {
        if (loopbackAllowed && bytes[0] == 127) {
            return true;
        }
        return REFUSED_4.stream().noneMatch(range -> range.holds(bytes));
    }

    private boolean allows6(byte[] bytes) {
        if (isMapped(bytes)) {
            return allows4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (NAT64.holds(bytes)) {
            return allows4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return allows4(Arrays.copyOfRange(bytes, 2, 6));
        }
        return GLOBAL_6.holds(bytes) && REFUSED_6.stream().noneMatch(range -> range.holds(bytes));
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == bytes[11] && (bytes[10] == 0 || bytes[10] == (byte) 0xFF);
    }

    private record Range(InetAddress base, int bits) {

        static Range of(String base, int bits) {
            try {
                return new Range(InetAddress.getByName(base), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(base, e);
            }
        }

        boolean holds(byte[] address) {
            var wanted = base.getAddress();
            if (wanted.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((wanted[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
