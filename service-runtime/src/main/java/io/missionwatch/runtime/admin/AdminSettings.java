package io.missionwatch.runtime.admin;

import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.Settings;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where a service answers for its health and metrics.
 *
 * @param address on loopback, unless the operator says otherwise
 */
public record AdminSettings(InetSocketAddress address) {

    private static final Setting<String> HOST = Setting.text(
            "admin.host",
            "127.0.0.1",
            "Where /live, /ready and /metrics listen; a wider address opens them to others.");

    /** The settings, with the port that is this service's own unless the operator gives another. */
    public static List<Setting<?>> declared(int standardPort) {
        return List.of(HOST, port(standardPort));
    }

    /** Reads them. */
    public static AdminSettings from(Settings settings, int standardPort) {
        return new AdminSettings(new InetSocketAddress(settings.get(HOST), settings.get(port(standardPort))));
    }

    private static Setting<Integer> port(int standard) {
        return Setting.number("admin.port", standard, 0, 65_535, "The port of it; 0 takes a free one.");
    }
}
