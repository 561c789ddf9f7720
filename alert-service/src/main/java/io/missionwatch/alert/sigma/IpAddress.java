package io.missionwatch.alert.sigma;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses without ever asking a name server, which the JDK's own parser may do. */
final class IpAddress {
    private static final Pattern OCTETS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern HEXTET = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int LONGEST = 64;

    private IpAddress() {}

    /** The four or sixteen bytes of an address; an IPv4 address in IPv6 form counts as IPv4. */
    static Optional<byte[]> parse(String text) {
        var address = text.strip();
        if (address.length() > LONGEST) {
            return Optional.empty();
        }
        return address.indexOf(':') < 0
                ? four(address)
                : sixteen(withoutZone(address)).map(IpAddress::unmapped);
    }

    private static String withoutZone(String address) {
        int percent = address.indexOf('%');
        return percent < 0 ? address : address.substring(0, percent);
    }

    private static Optional<byte[]> four(String address) {
        if (!OCTETS.matcher(address).matches()) {
            return Optional.empty();
        }
        var bytes = new byte[4];
        var octets = address.split("\\.", -1);
        for (int i = 0; i < 4; i++) {
            int octet = Integer.parseInt(octets[i]);
            if (octet > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) octet;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> sixteen(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address).filter(bytes -> bytes.length == 16);
        }
        if (address.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        var head = groups(address.substring(0, gap));
        var tail = groups(address.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length > 14) {
            return Optional.empty();
        }
        var all = ByteBuffer.allocate(16).put(head.get());
        return Optional.of(all.position(16 - tail.get().length).put(tail.get()).array());
    }

    private static Optional<byte[]> groups(String part) {
        var bytes = ByteBuffer.allocate(LONGEST);
        var groups = part.isEmpty() ? new String[0] : part.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            var last = i == groups.length - 1 ? four(groups[i]) : Optional.<byte[]>empty();
            if (last.isPresent()) {
                bytes.put(last.get());
            } else if (HEXTET.matcher(groups[i]).matches() && bytes.remaining() > 4) {
                bytes.putShort((short) Integer.parseInt(groups[i], 16));
            } else {
                return Optional.empty();
            }
        }
        var read = new byte[bytes.position()];
        bytes.flip().get(read);
        return Optional.of(read);
    }

    private static byte[] unmapped(byte[] address) {
        var buffer = ByteBuffer.wrap(address);
        if (buffer.getLong(0) != 0 || buffer.getInt(8) != 0xffff) {
            return address;
        }
        var four = new byte[4];
        buffer.position(12).get(four);
        return four;
    }
}
