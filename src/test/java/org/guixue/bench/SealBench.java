package org.guixue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** Renders and seals one form again and again in a Java machine of its own, and prints what that costs all of its threads. */
public final class SealBench {
    private static final double NANOS = 1e9;

    private SealBench() {}

    /** @param args the form; how many documents, which are made once before to warm up */
    public static void main(String[] args) throws IOException {
        int documents = Integer.parseInt(args[1]);
        Supplier<byte[]> way = Candidate.all().stream()
                .filter(candidate -> candidate.form().equals(args[0]))
                .findFirst()
                .map(candidate -> Objects.requireNonNull(candidate.ways().get(Candidate.RENDER_AND_SEAL)))
                .orElseThrow();
        make(way, documents);
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = machine.getProcessCpuTime();
        int bytes = make(way, documents);
        double seconds = (machine.getProcessCpuTime() - before) / NANOS;
        System.out.printf(Locale.ROOT, "%.3f %d%n", seconds, bytes);
    }

    private static int make(Supplier<byte[]> way, int documents) {
        int bytes = 0;
        for (int i = 0; i < documents; i++) {
            bytes = way.get().length;
        }
        return bytes;
    }
}
