package io.missionwatch.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids made from names: the same name gives the same id everywhere and always, so that a replay makes the same articles,
 * events and alerts (UUID version 5, RFC 9562).
 */
public final class NamedUuid {

    /** Has read the namespace; never asked itself, but copied for each name. */
    private final MessageDigest namespace;

    /**
     * Ids of one kind.
     *
     * @param kind what they are ids of, such as {@code article}; ids of two kinds never collide
     */
    public NamedUuid(String kind) {
        // The DNS namespace of RFC 9562, as for every name that is a domain.
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        namespace = reading(version5(dns, kind + ".missionwatch.io"));
    }

    /** The id of a name with several parts; no two different lists of parts share one. */
    public String of(String... parts) {
        var name = new StringBuilder();
        for (var part : parts) {
            name.append(part.length()).append(':').append(part);
        }
        return version5(copy(namespace), name.toString()).toString();
    }

    /** The version 5 UUID of a name in a namespace. */
    public static UUID version5(UUID namespace, String name) {
        return version5(reading(namespace), name);
    }

    private static UUID version5(MessageDigest namespace, String name) {
        var hash = ByteBuffer.wrap(namespace.digest(name.getBytes(StandardCharsets.UTF_8)));
        long most = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
        long least = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** A digest that has read a namespace and waits for the name. */
    private static MessageDigest reading(UUID namespace) {
        var sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        return sha1;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("every SHA-1 of Java can be copied", impossible);
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
