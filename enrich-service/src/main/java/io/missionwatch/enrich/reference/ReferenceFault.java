package io.missionwatch.enrich.reference;

/** Something is wrong with reference data; the message is {@code file:line: reason}. */
public final class ReferenceFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReferenceFault(String file, int line, String reason) {
        super(file + ':' + line + ": " + reason);
    }
}
