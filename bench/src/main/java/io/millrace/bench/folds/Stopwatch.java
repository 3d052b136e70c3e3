package io.millrace.bench.folds;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Wall and processor time of this process, since others may be busy on the same machine. */
final class Stopwatch {
    /** Both in seconds. */
    record Lap(double wall, double processor) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f s (processor %.3f s)", wall, processor);
        }
    }

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long wall = System.nanoTime();
    private long processor = system.getProcessCpuTime();

    Lap lap() {
        long wallNow = System.nanoTime();
        long processorNow = system.getProcessCpuTime();
        Lap lap = new Lap((wallNow - wall) / 1e9, (processorNow - processor) / 1e9);
        wall = wallNow;
        processor = processorNow;
        return lap;
    }
}
