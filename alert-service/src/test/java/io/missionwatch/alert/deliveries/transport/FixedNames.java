package io.missionwatch.alert.deliveries.transport;

import java.net.InetAddress;
import org.apache.hc.client5.http.DnsResolver;

/** Answers every name with the same addresses. */
public final class FixedNames implements DnsResolver {

    private final InetAddress[] addresses;

    public FixedNames(InetAddress... addresses) {
        this.addresses = addresses.clone();
    }

    @Override
    public InetAddress[] resolve(String host) {
        return addresses.clone();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
