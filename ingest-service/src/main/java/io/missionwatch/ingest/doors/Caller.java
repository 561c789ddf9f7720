package io.missionwatch.ingest.doors;

/**
 * Who changes something, for the audit trail.
 *
 * @param name a person or a program
 * @param origin the address that it asked from; empty for the command line
 */
public record Caller(String name, String origin) {

    /** Somebody at the command line. */
    public static Caller atCommandLine(String name) {
        return new Caller(name, "");
    }
}
