package io.missionwatch.alert.stream;

import io.missionwatch.alert.book.ActionKind;
import io.missionwatch.alert.book.BookInput;
import io.missionwatch.schema.AlertAction;
import java.util.Optional;

/** Reads what people do with alerts. */
final class ActionReader {

    private ActionReader() {}

    static BookInput read(AlertAction action) {
        return new BookInput.Act(
                action.getActionId(),
                ActionKind.valueOf(action.getKind().name()),
                action.getBy(),
                action.getAt(),
                action.getReason(),
                Optional.ofNullable(action.getSuppressUntil()));
    }
}
