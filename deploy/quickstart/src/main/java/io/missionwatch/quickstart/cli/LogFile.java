package io.missionwatch.quickstart.cli;

import java.nio.file.Path;

/** Sends what the services log into a file beside the data of a command. */
final class LogFile {

    private static final String PROPERTY = "missionwatch.log.directory";

    private LogFile() {}

    /** Must come before the first logger is made. */
    static void under(Path directory) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, directory.resolve("logs").toString());
        }
    }
}
