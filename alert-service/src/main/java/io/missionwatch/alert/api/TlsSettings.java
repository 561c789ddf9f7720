package io.missionwatch.alert.api;

import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The certificate that the API shows: a PEM chain with a PEM key, or both in one PKCS #12 file.
 *
 * @param certificate the chain, or the PKCS #12 file
 * @param key the key; empty where the certificate's file holds it
 * @param password of a PKCS #12 file
 */
record TlsSettings(Path certificate, Optional<Path> key, String password) {

    private static final Setting<Path> CERTIFICATE = Setting.path(
            "api.tls.certificate",
            "",
            "Certificate chain (PEM), or certificate and key (PKCS #12); not given: plain HTTP.");
    private static final Setting<Path> KEY = Setting.path(
            "api.tls.key", "", "The key of a PEM certificate, unencrypted PKCS #8; may stand in its file.");
    private static final Setting<String> PASSWORD = Setting.text(
                    "api.tls.password", "", "The password of a PKCS #12 file.")
            .keptSecret();

    private static final String ALIAS = "api";
    private static final List<String> KEY_KINDS = List.of("RSA", "EC", "EdDSA");
    private static final Pattern PEM_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    static List<Setting<?>> declared() {
        return List.of(CERTIFICATE, KEY, PASSWORD);
    }

    static Optional<TlsSettings> from(Settings settings) {
        var tls = settings.find(CERTIFICATE)
                .map(path -> new TlsSettings(path, settings.find(KEY), settings.get(PASSWORD)));
        tls.ifPresent(TlsSettings::keyStore);
        return tls;
    }

    /**
     * Reads the files.
     *
     * @throws SettingException naming the setting whose file cannot be used
     */
    KeyStore keyStore() {
        try {
            var content = Files.readAllBytes(certificate);
            return new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")
                    ? fromPem(content)
                    : fromPkcs12(content);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new SettingException(
                    "setting 'api.tls.certificate' or 'api.tls.key' cannot be used: " + unusable.getMessage());
        }
    }

    private KeyStore fromPkcs12(byte[] content) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), password.toCharArray());
        return store;
    }

    private KeyStore fromPem(byte[] content) throws IOException, GeneralSecurityException {
        var chain = CertificateFactory.getInstance("X.509").generateCertificates(certificatesOf(content));
        var keyText = Files.readString(key.orElse(certificate), StandardCharsets.ISO_8859_1);
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, password.toCharArray());
        var privateKey = privateKey(keyText);
        checkThatItFits(privateKey, chain.iterator().next());
        store.setKeyEntry(ALIAS, privateKey, password.toCharArray(), chain.toArray(Certificate[]::new));
        return store;
    }

    // A key store takes any key with any certificate, and every handshake would fail.
    private static void checkThatItFits(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
        var signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "EdDSA";
                });
        var probe = certificate.getEncoded();
        signature.initSign(key);
        signature.update(probe);
        var signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(probe);
        if (!signature.verify(signed)) {
            throw new InvalidKeyException("the key is not that of the certificate");
        }
    }

    /** The factory takes nothing between certificates but white space. */
    private static ByteArrayInputStream certificatesOf(byte[] content) {
        var text = new StringBuilder();
        var blocks = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----")
                .matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            text.append(blocks.group()).append('\n');
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        var block = PEM_KEY.matcher(pem);
        if (!block.find()) {
            throw new InvalidKeySpecException(
                    "no unencrypted PKCS #8 key (BEGIN PRIVATE KEY); openssl pkcs8 -topk8" + " -nodes makes one");
        }
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1)));
        for (var kind : KEY_KINDS) {
            var found = keyOfKind(kind, spec);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new InvalidKeySpecException("the key is none of " + KEY_KINDS);
    }

    private static Optional<PrivateKey> keyOfKind(String kind, PKCS8EncodedKeySpec spec)
            throws NoSuchAlgorithmException {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePrivate(spec));
        } catch (InvalidKeySpecException another) {
            return Optional.empty();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsSettings[certificate=" + certificate + ", key=" + key + "]";
    }
}
