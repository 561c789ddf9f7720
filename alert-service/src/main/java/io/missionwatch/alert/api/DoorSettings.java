package io.missionwatch.alert.api;

import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.Settings;
import java.util.List;

/**
 * By which names and from which pages requests may come.
 *
 * @param names names of this API beside those of loopback, without a port
 * @param origins of other sites whose pages may ask; none by default
 * @param behindProxy whether a proxy stands before it and says who asks
 */
record DoorSettings(List<String> names, List<String> origins, boolean behindProxy) {

    /** Loopback names, no other sites, no proxy. */
    static final DoorSettings LOOPBACK = new DoorSettings(List.of(), List.of(), false);

    private static final Setting<List<String>> NAMES = Setting.texts(
            "api.names",
            "",
            "Names by which others reach the API, separated by commas; a request by another name is refused.");
    private static final Setting<List<String>> ORIGINS = Setting.texts(
                    "api.origins",
                    "",
                    "Origins such as https://console.example whose pages may ask from a browser (CORS); none by default.")
            .accepting(
                    origins -> origins.stream().allMatch(origin -> origin.matches("https?://[^/*\\s]+")),
                    "origins such as https://console.example, without a path");
    private static final Setting<Boolean> BEHIND_PROXY = Setting.flag(
            "api.behind-proxy", false, "A proxy ends TLS, and its X-Forwarded-For says who asks; else it is ignored.");

    DoorSettings {
        names = List.copyOf(names);
        origins = List.copyOf(origins);
    }

    static List<Setting<?>> declared() {
        return List.of(NAMES, ORIGINS, BEHIND_PROXY);
    }

    static DoorSettings from(Settings settings) {
        return new DoorSettings(settings.get(NAMES), settings.get(ORIGINS), settings.get(BEHIND_PROXY));
    }
}
