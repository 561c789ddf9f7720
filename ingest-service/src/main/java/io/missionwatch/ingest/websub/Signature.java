package io.missionwatch.ingest.websub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The X-Hub-Signature of WebSub: method, equals sign, HMAC of the body in hexadecimal digits. */
final class Signature {

    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private static final int BLOCK = 8 * 1024;

    private Signature() {}

    /** Whether a header is the signature of a body under a secret; compared in constant time. The body is never kept. */
    static boolean isRight(String header, String secret, InputStream body) throws IOException {
        int end = header.indexOf('=');
        var method = METHODS.get(header.substring(0, Math.max(0, end)).strip().toLowerCase(Locale.ROOT));
        if (method == null) {
            return false;
        }
        var said = header.substring(end + 1).strip().toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8), of(method, secret, body).getBytes(StandardCharsets.UTF_8));
    }

    private static String of(String method, String secret, InputStream body) throws IOException {
        try {
            var mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            var block = new byte[BLOCK];
            for (int count = body.read(block); count >= 0; count = body.read(block)) {
                mac.update(block, 0, count);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + method, impossible);
        }
    }
}
