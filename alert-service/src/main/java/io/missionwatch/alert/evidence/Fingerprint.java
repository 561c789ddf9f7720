package io.missionwatch.alert.evidence;

import java.util.Base64;

/**
 * The MinHash of a text: components of 16 bits, of which two texts share as large a part as they share of their
 * three-word shingles. Written as Base64 of the components in big-endian order.
 *
 * @param base64 the components; empty for a text without words
 */
public record Fingerprint(String base64) {

    /** A text without words. */
    public static final Fingerprint NONE = new Fingerprint("");

    private static final int BYTES_PER_COMPONENT = 2;

    /** The fingerprint of these bytes. */
    public static Fingerprint of(byte[] components) {
        return components.length == 0
                ? NONE
                : new Fingerprint(Base64.getEncoder().withoutPadding().encodeToString(components));
    }

    /** Whether there is anything to compare. */
    public boolean isEmpty() {
        return base64.isEmpty();
    }

    /** The components, to compare one with many. */
    public byte[] components() {
        return Base64.getDecoder().decode(base64);
    }

    /** The share of components that are equal, 0 to 1; 0 where the two cannot be compared. */
    public static double similarity(byte[] one, byte[] other) {
        if (one.length != other.length || one.length < BYTES_PER_COMPONENT) {
            return 0;
        }
        int equal = 0;
        for (int at = 0; at + 1 < one.length; at += BYTES_PER_COMPONENT) {
            if (one[at] == other[at] && one[at + 1] == other[at + 1]) {
                equal++;
            }
        }
        int components = one.length / BYTES_PER_COMPONENT;
        return (double) equal / components;
    }
}
