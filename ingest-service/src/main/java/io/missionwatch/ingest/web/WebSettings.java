package io.missionwatch.ingest.web;

import java.time.Duration;

/**
 * How the web is read.
 *
 * @param userAgent how we introduce ourselves
 * @param connectTimeout time to reach a server
 * @param answerTimeout time to its first byte, and between two bytes
 * @param deadline time for a whole request with all its redirects
 * @param mostRedirects hops that are followed
 * @param mostBytes bytes of a body, decompressed
 * @param connections connections in all
 * @param connectionsPerHost connections to one host
 * @param loopbackAllowed whether this machine may be read, as the demo does
 */
public record WebSettings(
        String userAgent,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration deadline,
        int mostRedirects,
        int mostBytes,
        int connections,
        int connectionsPerHost,
        boolean loopbackAllowed) {

    public WebSettings {
        if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("the User-Agent is printable ASCII");
        }
        if (deadline.compareTo(connectTimeout) < 0 || deadline.compareTo(answerTimeout) < 0) {
            throw new IllegalArgumentException("the deadline is not shorter than the times to connect and to answer");
        }
    }

    /**
     * The usual settings.
     *
     * @param contact where a publisher can reach the operator: an address or a mail address; may be empty
     */
    public static WebSettings usual(String contact) {
        return new WebSettings(
                userAgentFor(contact),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(45),
                5,
                10 * 1024 * 1024,
                64,
                2,
                false);
    }

    /** The User-Agent with a contact. */
    public static String userAgentFor(String contact) {
        return "Missionwatch/0.1 (news reader" + (contact.isBlank() ? "" : "; +" + contact.strip()) + ")";
    }
}
