package io.missionwatch.alert.book;

import java.util.Optional;

/** What a person can do with an alert, and the status that it leads to. */
public enum ActionKind {
    ACKNOWLEDGE(AlertStatus.ACKNOWLEDGED),
    COMMENT,
    RESOLVE(AlertStatus.RESOLVED),
    CANCEL(AlertStatus.CANCELLED),
    FALSE_POSITIVE(AlertStatus.FALSE_POSITIVE),
    REOPEN(AlertStatus.OPEN);

    private final Optional<AlertStatus> leadsTo;

    ActionKind() {
        leadsTo = Optional.empty();
    }

    ActionKind(AlertStatus status) {
        leadsTo = Optional.of(status);
    }

    /** The status that an alert has afterwards, given the one it has; empty where the action is not possible. */
    public Optional<AlertStatus> from(AlertStatus status) {
        if (leadsTo.isEmpty()) {
            return Optional.of(status);
        }
        return leadsTo.filter(status::canBecome).filter(next -> this != CANCEL || !status.isFinal());
    }
}
