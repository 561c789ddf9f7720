package io.missionwatch.alert.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;

/**
 * The public keys of an identity provider: fetched when first needed, kept for minutes, fetched again for a key that is not
 * among them but not more often than every half minute, and used for hours longer when the provider cannot be reached.
 */
public final class IssuerKeys {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(15);
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final int TIMEOUT_MILLIS = 3000;
    private static final int LARGEST = 512 * 1024;

    private final Fetched fetched;
    private final JWKSource<SecurityContext> source;

    private IssuerKeys(Fetched fetched) {
        this.fetched = fetched;
        source = JWKSourceBuilder.create(fetched)
                .cache(KEPT.toMillis(), FETCHED_WITHIN.toMillis())
                .refreshAheadCache(false)
                .rateLimited(LEAST_PAUSE.toMillis())
                .retrying(true)
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    /** The keys of the provider that the settings name. */
    public static IssuerKeys of(OidcSettings settings) {
        return new IssuerKeys(new Fetched(settings));
    }

    JWKSource<SecurityContext> source() {
        return source;
    }

    /** Whether the provider did not give its keys when it was asked last. */
    boolean areAway() {
        return fetched.failed;
    }

    private static final class Fetched implements JWKSetSource<SecurityContext> {

        private final OidcSettings settings;
        private volatile boolean failed;

        Fetched(OidcSettings settings) {
            this.settings = settings;
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                throws KeySourceException {
            try {
                var keys = JWKSet.parse(read(address()));
                failed = false;
                return keys;
            } catch (IOException | ParseException failure) {
                failed = true;
                throw new JWKSetUnavailableException("the keys of the issuer cannot be read", failure);
            }
        }

        private URI address() throws IOException, ParseException {
            if (settings.keys().isPresent()) {
                return settings.keys().get();
            }
            var discovery = JSONObjectUtils.parse(read(discoveryAddress()));
            if (!settings.issuer().toString().equals(JSONObjectUtils.getString(discovery, "issuer"))) {
                throw new ParseException("the discovery document is of another issuer", 0);
            }
            return JSONObjectUtils.getURI(discovery, "jwks_uri");
        }

        private URI discoveryAddress() {
            var issuer = settings.issuer().toString();
            return URI.create(issuer + (issuer.endsWith("/") ? "" : "/") + ".well-known/openid-configuration");
        }

        private static String read(URI address) throws IOException {
            var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST);
            return retriever.retrieveResource(address.toURL()).getContent();
        }

        @Override
        public void close() {
            // Every fetch closes its own connection.
        }
    }
}
