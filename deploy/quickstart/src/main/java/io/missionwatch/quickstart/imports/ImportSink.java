package io.missionwatch.quickstart.imports;

import io.missionwatch.ingest.submissions.Submission;

/** Takes what is read from files. */
interface ImportSink {

    /** An article. */
    void article(Submission article);

    /**
     * Something that is no article.
     *
     * @param where file and line, or file and position
     * @param reason what is wrong, without its text
     */
    void refuse(String where, String reason);

    /** How far the files are read. */
    void read(long bytes);
}
