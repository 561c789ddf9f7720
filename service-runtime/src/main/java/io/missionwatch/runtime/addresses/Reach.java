package io.missionwatch.runtime.addresses;

/** Networks beside the public one that may be connected to, if the operator says so. */
public enum Reach {
    /** This machine. */
    LOOPBACK,
    /** The private networks of RFC 1918 and unique local IPv6 addresses. */
    PRIVATE
}
