package io.missionwatch.quickstart.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** A command cannot be done; the message says in one line what is wrong, where, and what to do. */
final class CommandFailure extends RuntimeException {

    static final int EXIT_CODE = 2;

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a person is told of a failure: its message, and for those of the file system what the message leaves out. */
    static String inOneLine(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "no such file: " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (failure instanceof FileSystemException refused) {
            return refused.getFile() + " cannot be used: "
                    + Objects.requireNonNullElse(
                            refused.getReason(), refused.getClass().getSimpleName());
        }
        var known = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return known.lines().findFirst().orElse("failed");
    }
}
