package io.missionwatch.bench.enrich;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** How much of the heap something holds. */
final class Heap {
    private static final int COLLECTIONS = 4;
    private static final double MEBIBYTE = 1 << 20;

    private Heap() {}

    /**
     * What was made and what it holds.
     *
     * @param mebibytes of the heap
     */
    record Held<T>(T made, double mebibytes) {}

    static <T> Held<T> held(Supplier<T> maker) {
        var before = used();
        var made = maker.get();
        return new Held<>(made, used() - before);
    }

    private static double used() {
        for (var collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
