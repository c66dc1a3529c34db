package org.guixue.workbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.Sha256;

/**
 * What a workbook would do, row by row in the order of the file: shown before anything is done, and done as it was shown.
 *
 * @param ignored headings whose columns are not read
 */
public record ImportPlan<R extends PlannedRow>(List<R> lines, List<String> ignored) {
    public ImportPlan {
        lines = List.copyOf(lines);
        ignored = List.copyOf(ignored);
    }

    public List<R> of(PlannedVerdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).toList();
    }

    /** Whether it can be carried out, and does anything. */
    public boolean isReady() {
        return of(PlannedVerdict.REFUSED).isEmpty()
                && lines.stream().anyMatch(line -> line.verdict() != PlannedVerdict.UNCHANGED);
    }

    /** The reasons of refused rows by their number. */
    public Map<Integer, String> reasons() {
        Map<Integer, String> reasons = new TreeMap<>();
        of(PlannedVerdict.REFUSED).forEach(line -> reasons.put(line.row(), String.join("；", line.what())));
        return reasons;
    }

    /** The same for two plans that do the same. */
    public String digest() {
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }
}
