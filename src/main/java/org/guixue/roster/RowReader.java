package org.guixue.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.identity.Normaliser;
import org.guixue.workbook.Cell;
import org.guixue.workbook.Entry;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Table;

/**
 * Reads what a row gives, column by column, as text. A cell that cannot be trusted (a number that has lost digits, a
 * computed ID) is a problem, never a guess. For one table.
 */
final class RowReader {
    private static final int LONGEST = 2000;
    private static final String SAMPLE = "示例";

    private final Map<String, String> titles = new HashMap<>();

    /** @param without fields that are not read */
    RowReader(Table table, Set<String> without) {
        this(table, without, RosterColumns.all());
    }

    /** @param headings by which the table was found */
    RowReader(Table table, Set<String> without, List<Heading> headings) {
        for (Heading heading : headings) {
            String field = heading.field();
            if (table.has(field) && !without.contains(field)) {
                titles.put(field, table.heading(field));
            }
        }
    }

    boolean has(String field) {
        return titles.containsKey(field);
    }

    /** The sample of our own template, which people leave in. */
    static boolean isSample(Entry entry) {
        String name = entry.text(RosterColumns.NAME);
        return name.startsWith(SAMPLE) || name.startsWith("（" + SAMPLE) || name.startsWith("(" + SAMPLE);
    }

    RosterRow read(Entry entry) {
        Map<String, String> given = new HashMap<>();
        List<RowProblem> problems = new ArrayList<>();
        titles.forEach((field, title) -> {
            Cell cell = entry.cell(field);
            if (cell.isBlank()) {
                return;
            }
            Optional<String> problem = problem(field, cell);
            if (problem.isPresent()) {
                problems.add(new RowProblem(title, problem.get()));
                return;
            }
            String text =
                    RosterColumns.CODES.contains(field) ? Normaliser.code(cell.text()) : Normaliser.line(cell.text());
            if (!text.isEmpty()) {
                given.put(field, text);
            }
        });
        return new RosterRow(entry.number(), given, problems, titles);
    }

    private static Optional<String> problem(String field, Cell cell) {
        if (cell.problem().isPresent()) {
            return cell.kind() == Cell.Kind.LOSSY ? Optional.of("表格已丢失末几位数字，请在原表把该列设为文本后重新填写") : cell.problem();
        }
        if (cell.formula() && RosterColumns.CODES.contains(field)) {
            return Optional.of("单元格是公式，不是实际号码，请改为照原件填写的号码");
        }
        return cell.text().length() > LONGEST ? Optional.of("内容超过" + LONGEST + "个字，请删减") : Optional.empty();
    }
}
