package org.guixue.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * CPU time per document of several ways to make the same papers. The ways take turns document by document, so that a busy
 * machine disturbs all of them alike; only the measuring thread's CPU time counts, not waiting, not the compiler.
 */
public final class RenderBench {
    /** What one way took for one form. */
    public record Result(double millisPerDocument, int bytes) {
        double documentsPerSecond() {
            return 1000 / millisPerDocument;
        }
    }

    private RenderBench() {}

    /** Results by form and way. */
    static Map<String, Map<String, Result>> measure(
            List<Candidate> candidates, Set<String> ways, int warmUps, int documents) {
        Map<String, Map<String, Result>> results = new LinkedHashMap<>();
        for (int round = -warmUps; round < documents; round++) {
            for (Candidate candidate : candidates) {
                Map<String, Result> ofForm = results.computeIfAbsent(candidate.form(), f -> new LinkedHashMap<>());
                for (String way : ways) {
                    double share = round < 0 ? 0 : 1.0 / documents;
                    ofForm.merge(way, make(candidate, way, share), RenderBench::sum);
                }
            }
        }
        return results;
    }

    private static Result make(Candidate candidate, String way, double share) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int bytes = Objects.requireNonNull(candidate.ways().get(way)).get().length;
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        return new Result(nanos / 1e6 * share, bytes);
    }

    private static Result sum(Result earlier, Result later) {
        return new Result(earlier.millisPerDocument + later.millisPerDocument, later.bytes);
    }

    /** How many times as many documents per CPU second one way makes as another, over all forms together. */
    static double ratio(Map<String, Map<String, Result>> results, String ours, String stock) {
        return millis(results, stock) / millis(results, ours);
    }

    private static double millis(Map<String, Map<String, Result>> results, String way) {
        return results.values().stream()
                .mapToDouble(ofForm -> Objects.requireNonNull(ofForm.get(way)).millisPerDocument)
                .sum();
    }

    private static String table(Map<String, Map<String, Result>> results) {
        StringBuilder table = new StringBuilder("""
                | form | step | ours, docs per CPU second | stock | ratio | ours, bytes | stock |
                |---|---|---:|---:|---:|---:|---:|
                """);
        results.forEach((form, ofForm) -> {
            row(table, form, ofForm, Candidate.RENDER, Candidate.STOCK_RENDER);
            row(table, form, ofForm, Candidate.SEAL, Candidate.SEAL);
            row(table, form, ofForm, Candidate.RENDER_AND_SEAL, Candidate.STOCK_BOTH);
        });
        table.append(String.format(
                Locale.ROOT,
                "| all | render | | | %.2f | | |%n| all | render+seal | | | %.2f | | |%n",
                ratio(results, Candidate.RENDER, Candidate.STOCK_RENDER),
                ratio(results, Candidate.RENDER_AND_SEAL, Candidate.STOCK_BOTH)));
        return table.toString();
    }

    private static void row(StringBuilder table, String form, Map<String, Result> ofForm, String way, String stockWay) {
        Result ours = Objects.requireNonNull(ofForm.get(way));
        Result stock = Objects.requireNonNull(ofForm.get(stockWay));
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.2f | %d | %d |%n",
                form,
                way,
                ours.documentsPerSecond(),
                stock.documentsPerSecond(),
                stock.millisPerDocument / ours.millisPerDocument,
                ours.bytes,
                stock.bytes));
    }

    /** Prints the table and writes it to target/bench.md; the argument is the number of documents measured. */
    public static void main(String[] arguments) throws IOException {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        List<Candidate> candidates = Candidate.all();
        String table = table(measure(candidates, candidates.get(0).ways().keySet(), 2 * documents, documents));
        System.out.print(table);
        Files.writeString(Path.of("target/bench.md"), table);
    }
}
