package io.missionwatch.bench.figures;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** The processor time of this whole process, collector and compiler included: what a busy machine does not stretch. */
public final class CpuClock {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuClock() {}

    /** Seconds of processor time that the process has used so far. */
    public static double seconds() {
        return PROCESS.getProcessCpuTime() / 1e9;
    }

    /** Seconds of processor time that a task takes. */
    public static double seconds(Runnable task) {
        double start = seconds();
        task.run();
        return seconds() - start;
    }

    /** The middle one of some numbers. */
    public static double median(List<Double> numbers) {
        var sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
