package io.missionwatch.quickstart.samples;

/** A fault in a samples file; the message begins with file and line. */
public final class SamplesFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SamplesFormatException(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
