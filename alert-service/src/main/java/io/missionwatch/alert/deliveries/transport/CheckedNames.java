package io.missionwatch.alert.deliveries.transport;

import io.missionwatch.runtime.addresses.AddressRule;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Gives the HTTP client addresses that were checked; it connects to these and asks nobody else. */
public final class CheckedNames implements DnsResolver {

    private final AddressRule rule;
    private final DnsResolver names;

    /** Checks what another resolver answers. */
    public CheckedNames(AddressRule rule, DnsResolver names) {
        this.rule = rule;
        this.names = names;
    }

    /** A name leads where nothing may be delivered to. */
    public static final class ForbiddenException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        ForbiddenException() {
            super("its address is not one that may be delivered to; see 'reach'");
        }
    }

    /** All addresses of a name; a single forbidden one spoils them all, for a name may be made to answer both. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        for (var address : addresses) {
            if (!rule.allows(address)) {
                throw new ForbiddenException();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
