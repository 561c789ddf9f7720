package io.missionwatch.registry;

/** How far a new version of a schema may move away from the versions before it. */
public enum CompatibilityLevel {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE;

    /** Whether readers with the new schema must understand data written with older ones. */
    public boolean isBackward() {
        return this == BACKWARD || this == BACKWARD_TRANSITIVE || isFull();
    }

    /** Whether readers with older schemas must understand data written with the new one. */
    public boolean isForward() {
        return this == FORWARD || this == FORWARD_TRANSITIVE || isFull();
    }

    /** Whether all older versions count, not only the latest. */
    public boolean isTransitive() {
        return this == BACKWARD_TRANSITIVE || this == FORWARD_TRANSITIVE || this == FULL_TRANSITIVE;
    }

    private boolean isFull() {
        return this == FULL || this == FULL_TRANSITIVE;
    }
}
