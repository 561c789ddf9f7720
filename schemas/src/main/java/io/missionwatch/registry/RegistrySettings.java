package io.missionwatch.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/**
 * How to reach the registry, under the names that Confluent's clients use.
 *
 * @param urls base addresses, tried in turn; each may have a path, none carries credentials any more
 * @param connectTimeout bound of the connection alone
 * @param requestTimeout bound of a whole request, its answer's body included
 * @param retries how often a request is repeated before the registry counts as unavailable
 */
public record RegistrySettings(
        List<URI> urls,
        RegistryCredentials credentials,
        Duration connectTimeout,
        Duration requestTimeout,
        int retries,
        Backoff backoff,
        boolean normalize) {
    public static final String URL = "schema.registry.url";
    private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    private static final String REQUEST_TIMEOUT = "http.read.timeout.ms";
    private static final String RETRIES = "max.retries";
    private static final String FIRST_WAIT = "retries.wait.ms";
    private static final String LONGEST_WAIT = "retries.max.wait.ms";
    private static final String NORMALIZE = "normalize.schemas";

    public RegistrySettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new ConfigException(URL, urls, "names no registry");
        }
        if (retries < 0) {
            throw new ConfigException(RETRIES, retries, "must not be negative");
        }
    }

    /**
     * Reads the registry's settings out of a client configuration; other settings are left alone.
     *
     * @throws ConfigException with the name of the setting that is missing or wrong
     */
    public static RegistrySettings from(Map<String, ?> configs) {
        var addresses = addresses(configs);
        return new RegistrySettings(
                addresses.stream().map(RegistrySettings::withoutCredentials).toList(),
                RegistryCredentials.from(configs, addresses),
                milliseconds(configs, CONNECT_TIMEOUT, 5_000),
                milliseconds(configs, REQUEST_TIMEOUT, 10_000),
                (int) number(configs, RETRIES, 3),
                backoff(configs),
                Boolean.parseBoolean(text(configs, NORMALIZE, "false")));
    }

    private static Backoff backoff(Map<String, ?> configs) {
        var first = milliseconds(configs, FIRST_WAIT, 100);
        var longest = milliseconds(configs, LONGEST_WAIT, 5_000);
        if (longest.compareTo(first) < 0) {
            throw new ConfigException(LONGEST_WAIT, longest.toMillis(), "must not be below " + FIRST_WAIT);
        }
        return new Backoff(first, longest);
    }

    private static List<URI> addresses(Map<String, ?> configs) {
        var value = configs.get(URL);
        if (value == null) {
            throw new ConfigException("Missing setting " + URL + ", for example http://localhost:8081");
        }
        var texts = value instanceof List<?> list
                ? list.stream().map(String::valueOf)
                : Arrays.stream(value.toString().split(",", -1));
        return texts.map(String::strip).map(RegistrySettings::address).toList();
    }

    private static URI address(String text) {
        try {
            var uri = URI.create(text.replaceAll("/+$", ""));
            var scheme = String.valueOf(uri.getScheme());
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(URL + ": not an address: " + redacted(text));
        }
        throw new ConfigException(URL + ": not an http or https address: " + redacted(text));
    }

    private static URI withoutCredentials(URI address) {
        return URI.create(redacted(address.toString()));
    }

    private static String redacted(String address) {
        return address.replaceFirst("//[^/@]*@", "//");
    }

    private static Duration milliseconds(Map<String, ?> configs, String name, long otherwise) {
        var value = number(configs, name, otherwise);
        if (value <= 0) {
            throw new ConfigException(name, value, "must be positive");
        }
        return Duration.ofMillis(value);
    }

    private static long number(Map<String, ?> configs, String name, long otherwise) {
        try {
            return Long.parseLong(text(configs, name, Long.toString(otherwise)));
        } catch (NumberFormatException e) {
            throw new ConfigException(name, configs.get(name), "must be a whole number");
        }
    }

    private static String text(Map<String, ?> configs, String name, String otherwise) {
        var value = configs.get(name);
        return value == null ? otherwise : value.toString().strip();
    }
}
