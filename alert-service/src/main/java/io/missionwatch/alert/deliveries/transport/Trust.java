package io.missionwatch.alert.deliveries.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed: those of the Java runtime, or those of a PEM file alone. */
public final class Trust {

    private Trust() {}

    /** The authorities of the Java runtime. */
    public static SSLContext ofRuntime() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has TLS", impossible);
        }
    }

    /**
     * The authorities of a PEM file.
     *
     * @throws IllegalArgumentException when the file holds none
     */
    public static SSLContext ofFile(String file) {
        try (var in = Files.newInputStream(Path.of(file))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + count++, certificate);
            }
            if (count == 0) {
                throw new IllegalArgumentException("names a file without certificates: " + file);
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("names a file that is no PEM: " + file, unreadable);
        }
    }
}
