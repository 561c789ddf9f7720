package io.missionwatch.ingest.websub;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * How hubs reach this instance.
 *
 * @param callback the address that hubs are given; without it nothing is subscribed to
 * @param address where to listen
 */
public record WebSubSettings(Optional<URI> callback, InetSocketAddress address) {

    /** Whether hubs are asked at all. */
    public boolean isOn() {
        return callback.isPresent();
    }
}
