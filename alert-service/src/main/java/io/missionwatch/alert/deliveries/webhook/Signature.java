package io.missionwatch.alert.deliveries.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks as the Standard Webhooks specification says: HMAC-SHA256 over id, timestamp and body, one signature for
 * each secret, so that a receiver may change from an old secret to a new one at its own time.
 */
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<SecretKeySpec> keys;

    /**
     * Signs with these secrets, each {@code whsec_} and 24 to 64 bytes in Base64.
     *
     * @throws IllegalArgumentException when one is of another form
     */
    Signature(List<String> secrets) {
        this.keys = secrets.stream().map(Signature::key).toList();
    }

    /** The value of the header {@code webhook-signature}. */
    String of(String id, long timestamp, byte[] body) {
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + sign(key, head, body)).collect(Collectors.joining(" "));
    }

    private static String sign(SecretKeySpec key, byte[] head, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private static SecretKeySpec key(String secret) {
        var expected = "must be " + PREFIX + " followed by " + SHORTEST + " to " + LONGEST + " bytes in Base64";
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException(expected);
        }
        var bytes = decoded(secret.substring(PREFIX.length()), expected);
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException(expected);
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    // The cause would repeat parts of the secret.
    @SuppressWarnings("UnusedException")
    private static byte[] decoded(String text, String expected) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException(expected);
        }
    }
}
