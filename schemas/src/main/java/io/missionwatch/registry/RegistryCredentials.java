package io.missionwatch.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Who the client says it is: nobody, a user with a password, or the bearer of a token. Never printed. */
public final class RegistryCredentials {
    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String BASIC_USER = "basic.auth.user.info";
    private static final String BASIC_USER_LONG = "schema.registry.basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String BEARER_TOKEN = "bearer.auth.token";
    private static final String JAAS = "sasl.jaas.config";

    private final Optional<String> authorization;

    private RegistryCredentials(Optional<String> authorization) {
        this.authorization = authorization;
    }

    /** No credentials at all. */
    public static RegistryCredentials none() {
        return new RegistryCredentials(Optional.empty());
    }

    static RegistryCredentials from(Map<String, ?> configs, List<URI> addresses) {
        var bearerSource = secret(configs, BEARER_SOURCE);
        var basicSource = secret(configs, BASIC_SOURCE);
        if (bearerSource.isPresent() && basicSource.isPresent()) {
            throw new ConfigException("Set " + BASIC_SOURCE + " or " + BEARER_SOURCE + ", not both");
        }
        return bearerSource
                .map(source -> bearer(configs, source))
                .orElseGet(() -> basic(configs, addresses, basicSource.orElse("URL")));
    }

    private static RegistryCredentials bearer(Map<String, ?> configs, String source) {
        if (!source.equals("STATIC_TOKEN")) {
            throw new ConfigException(BEARER_SOURCE, source, "only STATIC_TOKEN is supported");
        }
        var token = secret(configs, BEARER_TOKEN).orElseThrow(() -> missing(BEARER_TOKEN, BEARER_SOURCE));
        return new RegistryCredentials(Optional.of("Bearer " + token));
    }

    private static RegistryCredentials basic(Map<String, ?> configs, List<URI> addresses, String source) {
        return switch (source.toUpperCase(Locale.ROOT)) {
            case "USER_INFO" ->
                user(secret(configs, BASIC_USER)
                        .or(() -> secret(configs, BASIC_USER_LONG))
                        .orElseThrow(() -> missing(BASIC_USER, BASIC_SOURCE)));
            case "URL" ->
                addresses.stream()
                        .map(URI::getUserInfo)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(RegistryCredentials::user)
                        .orElseGet(RegistryCredentials::none);
            case "SASL_INHERIT" -> saslUser(secret(configs, JAAS).orElseThrow(() -> missing(JAAS, BASIC_SOURCE)));
            default -> throw new ConfigException(BASIC_SOURCE, source, "must be USER_INFO, URL or SASL_INHERIT");
        };
    }

    private static RegistryCredentials saslUser(String jaas) {
        return user(option(jaas, "username") + ":" + option(jaas, "password"));
    }

    private static String option(String jaas, String name) {
        var option = Pattern.compile("\\b" + name + "\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([^\\s;]+))")
                .matcher(jaas);
        if (!option.find()) {
            throw new ConfigException(JAAS + " has no " + name + " for " + BASIC_SOURCE + "=SASL_INHERIT");
        }
        if (option.group(1) != null) {
            return option.group(1).replaceAll("\\\\(.)", "$1");
        }
        return option.group(2) != null ? option.group(2) : option.group(3);
    }

    private static RegistryCredentials user(String nameAndPassword) {
        var bytes = nameAndPassword.getBytes(StandardCharsets.UTF_8);
        return new RegistryCredentials(
                Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes)));
    }

    private static ConfigException missing(String name, String source) {
        return new ConfigException("Missing setting " + name + ", which " + source + " asks for");
    }

    private static Optional<String> secret(Map<String, ?> configs, String name) {
        return Optional.ofNullable(configs.get(name))
                .map(value -> value instanceof Password password ? password.value() : value.toString())
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The value of the Authorization header. */
    Optional<String> authorization() {
        return authorization;
    }

    @Override
    public String toString() {
        return authorization.isPresent() ? "[hidden]" : "none";
    }
}
