package io.missionwatch.bench.figures;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Runs code until the compiler has done with it, as it has in a service after its first minute. Before that the process spends
 * more on compiling than on the code.
 */
public final class WarmUp {
    private static final int MOST_RUNS = 80;
    private static final double SETTLED = 0.05;
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private WarmUp() {}

    /** Runs a task of a second or so again and again until compiling takes less than a twentieth of it; seldom more than a minute. */
    public static void of(Runnable task) {
        for (var run = 0; run < MOST_RUNS; run++) {
            var compiled = COMPILER.getTotalCompilationTime();
            var seconds = CpuClock.seconds(task);
            if ((COMPILER.getTotalCompilationTime() - compiled) / 1e3 < SETTLED * seconds) {
                return;
            }
        }
    }
}
