package io.missionwatch.ingest.submissions;

/** What was sent is no article that can be taken; the message says what was expected, without the text itself. */
public final class SubmissionFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault. */
    public SubmissionFault(String reason) {
        super(reason);
    }
}
