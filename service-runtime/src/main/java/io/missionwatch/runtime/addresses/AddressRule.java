package io.missionwatch.runtime.addresses;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which addresses a service may connect to when somebody else names them: a feed, a page, a receiver of alerts. Without
 * leave only public ones: not this machine, no private network, and with or without leave never link-local addresses,
 * where clouds keep their metadata, nor anything that IANA's special-purpose registries (RFC 6890) reserve. An IPv4
 * address inside an IPv6 one is judged as what it is.
 */
public final class AddressRule {

    private static final List<Block> LOOPBACK = blocks("127.0.0.0/8", "::1/128");
    private static final List<Block> PRIVATE = blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
    private static final List<Block> NEVER = blocks(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "fd00:ec2::/32",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20");
    private static final List<Block> PUBLIC_6 = blocks("2000::/3");
    private static final Block NAT64 = Block.of("64:ff9b::/96");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final int LENGTH_6 = 16;

    private final Set<Reach> leave;
    private final boolean publicToo;

    private AddressRule(Set<Reach> leave, boolean publicToo) {
        this.leave = Set.copyOf(leave);
        this.publicToo = publicToo;
    }

    /** A rule with leave for some networks beside the public one. */
    public AddressRule(Set<Reach> leave) {
        this(leave, true);
    }

    /** A rule with leave for some networks and no other, for what must not be seen on its way. */
    public static AddressRule onlyWithin(Set<Reach> networks) {
        return new AddressRule(networks, false);
    }

    /** Whether an address may be connected to. */
    public boolean allows(InetAddress address) {
        var bytes = plain(address.getAddress());
        if (holds(NEVER, bytes)) {
            return false;
        }
        if (holds(LOOPBACK, bytes)) {
            return leave.contains(Reach.LOOPBACK);
        }
        if (holds(PRIVATE, bytes)) {
            return leave.contains(Reach.PRIVATE);
        }
        return publicToo && (bytes.length < LENGTH_6 || holds(PUBLIC_6, bytes));
    }

    /** The IPv4 address that an IPv6 one stands for, or the address itself. */
    private static byte[] plain(byte[] address) {
        if (address.length < LENGTH_6) {
            return address;
        }
        var head = new BigInteger(1, Arrays.copyOf(address, 12));
        boolean mapped = head.equals(BigInteger.valueOf(0xFFFF));
        boolean compatible = head.signum() == 0 && new BigInteger(1, address).bitLength() > 1;
        if (mapped || compatible || NAT64.holds(address)) {
            return Arrays.copyOfRange(address, 12, LENGTH_6);
        }
        return SIX_TO_FOUR.holds(address) ? Arrays.copyOfRange(address, 2, 6) : address;
    }

    private static boolean holds(List<Block> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    private record Block(BigInteger base, int length, int bits) {

        static Block of(String text) {
            int slash = text.indexOf('/');
            try {
                var address = InetAddress.getByName(text.substring(0, slash));
                int length = address instanceof Inet4Address ? 4 : LENGTH_6;
                int bits = Integer.parseInt(text.substring(slash + 1));
                return new Block(head(address.getAddress(), bits), length, bits);
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(text, impossible);
            }
        }

        boolean holds(byte[] address) {
            return address.length == length && head(address, bits).equals(base);
        }

        private static BigInteger head(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
        }
    }
}
