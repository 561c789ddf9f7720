package io.missionwatch.alert.patterns;

/**
 * A pattern as it is written.
 *
 * @param name what faults call it: the file, or the pattern's id
 * @param yaml one or several Sigma documents
 * @param version 0 for one that comes with the service
 * @param enabled a disabled pattern matches nothing
 * @param shadow alerts are counted and delivered to nobody, whatever the text says
 */
public record PatternText(String name, String yaml, int version, boolean enabled, boolean shadow) {

    /** A pattern that comes with the service, or is tried from a file. */
    public static PatternText of(String name, String yaml) {
        return new PatternText(name, yaml, 0, true, false);
    }
}
