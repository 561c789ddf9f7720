package io.missionwatch.alert.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API token as its owner holds it: {@code mw_ID_SECRET}. The id may be shown; of the secret only the hash is kept. It has
 * 256 bits of chance, so that nobody finds it from a plain hash.
 *
 * @param tokenId twelve hexadecimal digits
 * @param secret 43 characters of base64url
 */
public record TokenText(String tokenId, String secret) {

    private static final Pattern FORM = Pattern.compile("mw_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    /** A new one. */
    public static TokenText make(SecureRandom chance) {
        var id = new byte[ID_BYTES];
        var secret = new byte[SECRET_BYTES];
        chance.nextBytes(id);
        chance.nextBytes(secret);
        return new TokenText(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** The parts of a token; empty where it is none of ours. */
    public static Optional<TokenText> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(new TokenText(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** What is kept of the secret: SHA-256 in hexadecimal. */
    public String secretHash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The whole token; shown to its owner once. */
    public String whole() {
        return "mw_" + tokenId + "_" + secret;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "mw_" + tokenId + "_...";
    }
}
