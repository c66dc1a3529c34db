package org.guixue.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Documents per CPU second of several ways to make the same paper, measured by thread CPU time in interleaved rounds, so
 * that a busy machine disturbs all of them alike.
 */
public final class RenderBench {
    /** What one way achieved. */
    public record Result(double documentsPerCpuSecond, int bytes) {}

    private RenderBench() {}

    /** Warms up, then measures rounds of about this many milliseconds of CPU for each way in turn. */
    public static Map<String, Result> measure(Map<String, Supplier<byte[]>> ways, int warmUps, int rounds, int millis) {
        Map<String, long[]> totals = new LinkedHashMap<>();
        ways.forEach((name, way) -> {
            long[] total = new long[3];
            for (int i = 0; i < warmUps; i++) {
                total[2] = way.get().length;
            }
            totals.put(name, total);
        });
        for (int round = 0; round < rounds; round++) {
            ways.forEach((name, way) -> addRound(way, millis * 1_000_000L, totals.get(name)));
        }
        Map<String, Result> results = new LinkedHashMap<>();
        totals.forEach((name, total) -> results.put(name, new Result(total[0] * 1e9 / total[1], (int) total[2])));
        return results;
    }

    private static void addRound(Supplier<byte[]> way, long nanos, long[] total) {
        long start = cpu();
        long spent = 0;
        while (spent < nanos) {
            total[2] = way.get().length;
            total[0]++;
            spent = cpu() - start;
        }
        total[1] += spent;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String form, Map<String, Result> results) {
        results.forEach((way, result) -> {
            String peer = way.startsWith(Candidate.RENDER_AND_SEAL) ? Candidate.STOCK_BOTH : Candidate.STOCK_RENDER;
            double ratio = result.documentsPerCpuSecond()
                    / Objects.requireNonNull(results.get(peer)).documentsPerCpuSecond();
            boolean ours = way.equals(Candidate.RENDER) || way.equals(Candidate.RENDER_AND_SEAL);
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %-18s %8.1f docs per CPU second %8s %8d bytes%n",
                    form,
                    way,
                    result.documentsPerCpuSecond(),
                    ours ? String.format(Locale.ROOT, "%.2fx", ratio) : "",
                    result.bytes());
        });
    }

    /** Prints a table; the argument is the number of rounds of one CPU second for each way. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        for (Candidate candidate : Candidate.all()) {
            print(candidate.form(), measure(candidate.ways(), 40, rounds, 1000));
        }
    }
}
