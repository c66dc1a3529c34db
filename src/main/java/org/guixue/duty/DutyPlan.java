package org.guixue.duty;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.Sha256;

/**
 * What a workbook of the responsibility map would do, row by row in the order of the file.
 *
 * @param ignored headings whose columns are not read
 */
public record DutyPlan(List<Line> lines, List<String> ignored) {
    /** What becomes of a row. */
    public enum Verdict {
        ADDED("新增"),
        CHANGED("更改"),
        UNCHANGED("不变"),
        REFUSED("不收");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One row.
     *
     * @param row as the program numbers it
     * @param covers what is answered for, as far as the row could be read
     * @param what each change, or each reason with its cell; in Chinese
     */
    public record Line(int row, String layer, String covers, String name, Verdict verdict, List<String> what) {
        public Line {
            what = List.copyOf(what);
        }
    }

    public DutyPlan {
        lines = List.copyOf(lines);
        ignored = List.copyOf(ignored);
    }

    public List<Line> of(Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).toList();
    }

    /** Whether it can be carried out, and does anything. */
    public boolean isReady() {
        return of(Verdict.REFUSED).isEmpty() && lines.stream().anyMatch(line -> line.verdict() != Verdict.UNCHANGED);
    }

    /** The reasons of refused rows by their number. */
    public Map<Integer, String> reasons() {
        Map<Integer, String> reasons = new TreeMap<>();
        of(Verdict.REFUSED).forEach(line -> reasons.put(line.row(), String.join("；", line.what())));
        return reasons;
    }

    /** The same for two plans that do the same. */
    public String digest() {
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }
}
