package io.missionwatch.ingest.doors;

import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where ingest takes articles and changes of feeds, and from whom.
 *
 * @param address where it listens; on loopback unless there is a token
 * @param token what a caller must show; without one only this machine may call
 * @param mostBytes the largest request
 * @param mostInFlight articles that wait for Kafka at the same time
 */
public record DoorSettings(InetSocketAddress address, Optional<String> token, int mostBytes, int mostInFlight) {

    /** The most articles in one request. */
    static final int MOST_ARTICLES = 1_000;

    private static final int SHORTEST_TOKEN = 16;
    private static final Setting<String> HOST = Setting.text(
            "door.host",
            "127.0.0.1",
            "Where POST /v1/articles and /v1/feeds listen; beyond loopback only with a token.");
    private static final Setting<Integer> PORT =
            Setting.number("door.port", 8082, 0, 65_535, "The port of it; 0 takes a free one.");
    private static final Setting<String> TOKEN = Setting.text(
                    "door.token",
                    "",
                    "What callers show as Authorization: Bearer; without one only this machine may call.")
            .accepting(
                    text -> text.isEmpty()
                            || (text.length() >= SHORTEST_TOKEN && text.chars().allMatch(c -> c > ' ' && c <= '~')),
                    "at least 16 characters of printable ASCII without blanks")
            .keptSecret();
    private static final Setting<Integer> BYTES = Setting.number(
            "door.bytes", 16 * 1024 * 1024, 1024, 256 * 1024 * 1024, "Bytes of a request; more is refused.");
    private static final Setting<Integer> IN_FLIGHT = Setting.number(
            "door.in-flight",
            5_000,
            MOST_ARTICLES,
            1_000_000,
            "Articles that wait for Kafka at the same time; more are asked to come again.");

    /** The settings. */
    public static List<Setting<?>> declared() {
        return List.of(HOST, PORT, TOKEN, BYTES, IN_FLIGHT);
    }

    /**
     * Reads them.
     *
     * @throws SettingException for a wrong value, or an address beyond loopback without a token
     */
    public static DoorSettings from(Settings settings) {
        var token = Optional.of(settings.get(TOKEN)).filter(text -> !text.isEmpty());
        var address = new InetSocketAddress(settings.get(HOST), settings.get(PORT));
        if (address.isUnresolved()) {
            throw new SettingException("setting 'door.host' must be an address of this machine");
        }
        if (token.isEmpty() && !address.getAddress().isLoopbackAddress()) {
            throw new SettingException(
                    "setting 'door.host' is beyond loopback; set door.token, which callers must show");
        }
        return new DoorSettings(address, token, settings.get(BYTES), settings.get(IN_FLIGHT));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "DoorSettings[address=" + address + ", token=" + (token.isPresent() ? "set" : "none") + "]";
    }
}
