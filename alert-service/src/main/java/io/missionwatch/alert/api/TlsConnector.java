package io.missionwatch.alert.api;

import io.missionwatch.runtime.settings.SettingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens with TLS 1.2 or newer, and takes over a renewed certificate without a restart. */
final class TlsConnector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsConnector.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final TlsSettings settings;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "certificate-watch");
        thread.setDaemon(true);
        return thread;
    });
    private List<FileTime> taken;

    TlsConnector(TlsSettings settings) {
        this.settings = settings;
        this.taken = changedAt();
        take(context);
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        var unused = timer.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toSeconds(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    Connector connector(Server server, HttpConfiguration http, InetSocketAddress address) {
        // The door keeper checks the Host header of every request; the name of the handshake may be any of several.
        http.addCustomizer(new SecureRequestCustomizer(false));
        var connector = new ServerConnector(
                server, new SslConnectionFactory(context, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        return connector;
    }

    /**
     * Takes over the certificate where its file or that of its key has changed. What cannot be used, such as a certificate
     * whose key is not there yet, leaves the old one in force and is tried again.
     */
    void look() {
        try {
            var changed = changedAt();
            if (!changed.equals(taken)) {
                settings.keyStore();
                context.reload(this::take);
                taken = changed;
                LOG.info("Certificate renewed file={}", settings.certificate());
            }
        } catch (Exception unusable) {
            LOG.error("Certificate not renewed, the old one stays because={}", unusable.getMessage());
        }
    }

    private void take(SslContextFactory factory) {
        factory.setKeyStore(settings.keyStore());
        factory.setKeyStorePassword(settings.password());
    }

    private List<FileTime> changedAt() {
        return Stream.concat(Stream.of(settings.certificate()), settings.key().stream())
                .map(TlsConnector::changedAt)
                .toList();
    }

    private static FileTime changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new SettingException("a file of 'api.tls' cannot be read: " + file);
        }
    }

    /** What is shown now. */
    KeyStore shown() {
        return context.getKeyStore();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
