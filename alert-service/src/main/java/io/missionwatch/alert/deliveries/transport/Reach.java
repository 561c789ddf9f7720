package io.missionwatch.alert.deliveries.transport;

/** Networks beside the public one that a receiver may be in, if the operator says so. */
public enum Reach {
    /** This machine. */
    LOOPBACK,
    /** The private networks of RFC 1918 and unique local IPv6 addresses. */
    PRIVATE
}
