package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the parts of something one after the other, so that whoever wrote it learns of all that is wrong at once. */
final class Complaints {
    private final List<SigmaException> made = new ArrayList<>(0);

    /** What the part comes to; nothing where it is refused. */
    <T> Optional<T> reading(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (SigmaException refused) {
            made.addAll(refused.parts());
            return Optional.empty();
        }
    }

    void checking(Runnable part) {
        try {
            part.run();
        } catch (SigmaException refused) {
            made.addAll(refused.parts());
        }
    }

    void add(SigmaException refused) {
        made.add(refused);
    }

    /** Passes on what was complained of, if anything was. */
    void raise() {
        if (!made.isEmpty()) {
            throw made.size() == 1 ? made.get(0) : new SigmaException(made);
        }
    }
}
