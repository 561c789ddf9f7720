package io.missionwatch.ingest.web;

import io.missionwatch.runtime.addresses.AddressRule;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the HTTP client and checks what they resolve to. The client connects to the addresses that it gets
 * from here and to no others, so that a name cannot answer differently between check and connection.
 */
final class GuardedDns implements DnsResolver {

    private final AddressRule rule;
    private final DnsResolver names;

    GuardedDns(AddressRule rule, DnsResolver names) {
        this.rule = rule;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        for (var address : addresses) {
            // One bad address among good ones is how rebinding works, so it spoils them all.
            if (!rule.allows(address)) {
                throw new ForbiddenAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return host;
    }
}
