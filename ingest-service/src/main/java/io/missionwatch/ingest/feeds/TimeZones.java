package io.missionwatch.ingest.feeds;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The zones that feeds name: offsets, the abbreviations that stand for one offset in the news, and cities. */
final class TimeZones {

    private static final Pattern OFFSET =
            Pattern.compile("^(?:gmt|utc|z|ut)?\\s*([+-])\\s*(\\d{1,2}):?(\\d{2})?(?::?\\d{2})?\\b.*$");
    private static final Pattern NAME = Pattern.compile("^\\(?([a-z]{1,5})\\)?\\b.*$");
    private static final Pattern CITY = Pattern.compile("[(\\[]?([a-z]+(?:/[a-z_-]+)+)");
    private static final Map<String, String> CITIES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/"))
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));
    private static final Map<String, Integer> HOURS = hours();

    private TimeZones() {}

    private static Map<String, Integer> hours() {
        Map<String, Integer> minutes = new HashMap<>();
        put(minutes, 0, "z", "ut", "utc", "gmt", "wet");
        put(minutes, 60, "cet", "met", "bst", "west", "mez", "wat");
        put(minutes, 120, "eet", "cest", "mest", "mesz", "cat", "sast", "idt");
        put(minutes, 180, "msk", "eest", "eat", "trt");
        put(minutes, 210, "irst");
        put(minutes, 240, "gst", "msd", "azt");
        put(minutes, 270, "aft", "irdt");
        put(minutes, 300, "pkt", "uzt", "tjt", "tmt", "yekt");
        put(minutes, 330, "slst");
        put(minutes, 345, "npt");
        put(minutes, 420, "wib", "ict");
        put(minutes, 480, "hkt", "sgt", "awst", "pht", "myt");
        put(minutes, 540, "jst", "kst", "wit");
        put(minutes, 600, "aest");
        put(minutes, 570, "acst");
        put(minutes, 630, "acdt");
        put(minutes, 660, "aedt");
        put(minutes, 720, "nzst");
        put(minutes, 780, "nzdt");
        put(minutes, -180, "brt", "art", "adt");
        put(minutes, -210, "nst");
        put(minutes, -150, "ndt");
        put(minutes, -240, "edt", "ast");
        put(minutes, -300, "est", "cdt", "et");
        put(minutes, -360, "cst", "mdt", "ct");
        put(minutes, -420, "mst", "pdt", "mt");
        put(minutes, -480, "pst", "akdt", "pt");
        put(minutes, -540, "akst");
        put(minutes, -600, "hst");
        return Map.copyOf(minutes);
    }

    private static void put(Map<String, Integer> minutes, int offset, String... names) {
        for (var name : names) {
            minutes.put(name, offset);
        }
    }

    /** The zone that a text starts with: an offset, an abbreviation or a city; empty where it starts with none. */
    static Optional<ZoneId> in(String text) {
        var zone = text.strip().toLowerCase(Locale.ROOT);
        var city = CITY.matcher(zone);
        return city.lookingAt() && CITIES.containsKey(city.group(1))
                ? Optional.of(ZoneId.of(CITIES.get(city.group(1))))
                : offset(zone).map(ZoneId.class::cast);
    }

    private static Optional<ZoneOffset> offset(String zone) {
        var m = OFFSET.matcher(zone);
        if (m.matches()) {
            return ofParts(m.group(1), m.group(2), m.group(3));
        }
        m = NAME.matcher(zone);
        if (m.matches() && HOURS.containsKey(m.group(1))) {
            return Optional.of(ZoneOffset.ofTotalSeconds(HOURS.get(m.group(1)) * 60));
        }
        return Optional.empty();
    }

    private static Optional<ZoneOffset> ofParts(String sign, String hours, String minutes) {
        try {
            int total = Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
            return Optional.of(ZoneOffset.ofTotalSeconds((sign.equals("-") ? -total : total) * 60));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
