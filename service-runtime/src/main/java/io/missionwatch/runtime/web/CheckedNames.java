package io.missionwatch.runtime.web;

import io.missionwatch.runtime.addresses.AddressRule;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the HTTP client and checks what they resolve to. The client connects to the addresses that it gets
 * from here and to no others, so that a name cannot answer differently between check and connection.
 */
public final class CheckedNames implements DnsResolver {

    private final AddressRule rule;
    private final DnsResolver names;

    /** Checks what another resolver answers. */
    public CheckedNames(AddressRule rule, DnsResolver names) {
        this.rule = rule;
        this.names = names;
    }

    /**
     * All addresses of a name.
     *
     * @throws ForbiddenAddressException when one of them must not be connected to: one bad address among good ones is how
     *     rebinding works, so it spoils them all
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        for (var address : addresses) {
            if (!rule.allows(address)) {
                throw new ForbiddenAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
