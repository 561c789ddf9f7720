package io.missionwatch.runtime.web;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names under which a server of ours may be asked. A page of another site that had its own name point here cannot fake
 * the Host header, and so is not answered.
 *
 * @param names without ports, lower case
 */
public record OwnNames(Set<String> names) {

    /** The names of this machine to itself. */
    public static final OwnNames LOOPBACK = new OwnNames(Set.of("localhost", "127.0.0.1", "[::1]"));

    public OwnNames {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** These and more. */
    public OwnNames and(Collection<String> more) {
        return new OwnNames(Stream.concat(names.stream(), more.stream()).collect(Collectors.toSet()));
    }

    /** Whether a Host header, with a port or without, is one of them. */
    public boolean include(String host) {
        int port = host.lastIndexOf(':');
        var name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return names.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the page of an Origin header comes from the very server that a Host header names. */
    public static boolean isOwnOrigin(String origin, String host) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }
}
