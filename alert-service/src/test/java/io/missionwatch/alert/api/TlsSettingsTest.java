package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates as operators have them, made by the JDK's own keytool. */
class TlsSettingsTest {

    private static final String PASSWORD = "changed";

    @TempDir
    Path directory;

    private Path pkcs12;

    @BeforeEach
    void makeACertificate() throws IOException, InterruptedException {
        pkcs12 = directory.resolve("api.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "api",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        pkcs12.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        assertThat(keytool.waitFor()).isZero();
    }

    @Test
    void takesCertificateAndKeyOutOfAPkcs12File() throws Exception {
        var tls = settings(Map.of("api.tls.certificate", pkcs12.toString(), "api.tls.password", PASSWORD));

        assertThat(tls.keyStore().isKeyEntry("api")).isTrue();
        assertThat(tls.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void takesAPemChainWithItsKeyInAnotherFileOrTheSame() throws Exception {
        var chain = directory.resolve("chain.pem");
        var key = directory.resolve("key.pem");
        Files.writeString(chain, certificate());
        Files.writeString(key, key());
        var both = directory.resolve("both.pem");
        Files.writeString(both, key() + certificate());

        var apart = settings(Map.of("api.tls.certificate", chain.toString(), "api.tls.key", key.toString()));
        var together = settings(Map.of("api.tls.certificate", both.toString()));

        assertThat(apart.keyStore().isKeyEntry("api")).isTrue();
        assertThat(together.keyStore().isKeyEntry("api")).isTrue();
    }

    @Test
    void refusesACertificateWithoutItsKey() throws Exception {
        var chain = directory.resolve("chain.pem");
        Files.writeString(chain, certificate());

        assertThatThrownBy(() -> settings(Map.of("api.tls.certificate", chain.toString())))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("api.tls.key");
    }

    @Test
    void refusesAKeyOfAnotherCertificate() throws Exception {
        var chain = directory.resolve("chain.pem");
        var key = directory.resolve("key.pem");
        Files.writeString(chain, certificate());
        Files.writeString(key, anotherKey());

        assertThatThrownBy(
                        () -> settings(Map.of("api.tls.certificate", chain.toString(), "api.tls.key", key.toString())))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("the key is not that of the certificate");
    }

    @Test
    void aRenewalSeenHalfWayIsTakenOnceItIsWhole() throws Exception {
        var chain = Files.writeString(directory.resolve("chain.pem"), certificate());
        var key = Files.writeString(directory.resolve("key.pem"), key());
        var old = store().getCertificate("api");
        try (var connector = new TlsConnector(
                settings(Map.of("api.tls.certificate", chain.toString(), "api.tls.key", key.toString())))) {
            Files.delete(pkcs12);
            makeACertificate();
            write(chain, certificate());
            connector.look();
            assertThat(connector.shown().getCertificate("api")).isEqualTo(old);

            write(key, key());
            connector.look();

            assertThat(connector.shown().getCertificate("api"))
                    .isEqualTo(store().getCertificate("api"))
                    .isNotEqualTo(old);
        }
    }

    /** Writes a file as if a minute had passed since its last change. */
    private static void write(Path file, String text) throws IOException {
        var before = Files.getLastModifiedTime(file);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 60_000));
    }

    private static String anotherKey() throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("EC");
        return pem("PRIVATE KEY", keys.generateKeyPair().getPrivate().getEncoded());
    }

    private String certificate() throws IOException, GeneralSecurityException {
        return pem("CERTIFICATE", store().getCertificate("api").getEncoded());
    }

    private String key() throws IOException, GeneralSecurityException {
        return pem("PRIVATE KEY", store().getKey("api", PASSWORD.toCharArray()).getEncoded());
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pkcs12)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind);
    }

    private static TlsSettings settings(Map<String, String> given) {
        return TlsSettings.from(Settings.of(given, ApiSettings.declared())).orElseThrow();
    }
}
