package io.missionwatch.bench.matching;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** The processor time of this whole process, collector and compiler included: what a busy machine does not stretch. */
final class CpuClock {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuClock() {}

    /** Seconds of processor time that a task takes. */
    static double seconds(Runnable task) {
        long start = PROCESS.getProcessCpuTime();
        task.run();
        return (PROCESS.getProcessCpuTime() - start) / 1e9;
    }

    /** The middle one of some numbers. */
    static double median(List<Double> numbers) {
        var sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
