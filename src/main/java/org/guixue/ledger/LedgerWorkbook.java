package org.guixue.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.form.FieldText;
import org.guixue.form.Form;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.form.Sheet;
import org.guixue.form.SheetFacts;
import org.guixue.workbook.OfficialTable;
import org.guixue.workbook.OfficialTable.Line;
import org.guixue.workbook.OfficialTable.Span;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The workbook of a ledger, laid out as its sheet is: the same title, lines, merged heads, rows, foot and notes. IDs are text.
 * What the sheet says beside its table of rows stands in lines over the whole width.
 */
final class LedgerWorkbook {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Half-width characters of 11 points to a millimetre. */
    private static final double CHARS_A_MILLIMETRE = 0.53;

    private static final int NUMBER_MILLIMETRES = 12;

    private final Ledger ledger;
    private final Form form;
    private final Map<String, Object> values;
    private final Document template;
    private final Document bound;

    /** @param values as the paper has them */
    LedgerWorkbook(Ledger ledger, Sheet sheet, Map<String, Object> values, SheetFacts facts) {
        this.ledger = ledger;
        this.form = ledger.paper();
        this.values = values;
        this.template = Jsoup.parse(form.html());
        Map<String, Object> around = new LinkedHashMap<>(values);
        around.remove(Ledger.ROWS);
        this.bound = Jsoup.parse(sheet.forPaper(around, facts));
    }

    void writeTo(OutputStream out) throws IOException {
        Element row = template.select("[data-row=" + Ledger.ROWS + "]").first();
        if (row == null) {
            throw new IllegalStateException(form.id() + " has no table of rows");
        }
        List<Element> cells = row.select("> td, > th");
        Element table = tableOf(row, template);
        Element printed = bound.select("table").get(template.select("table").indexOf(table));
        List<Span> head = spans(printed.select("> thead > tr"));
        OfficialTable official = new OfficialTable(
                title(),
                ledger.landscape(),
                lines(printed, true),
                head,
                printed.select("> thead > tr").size(),
                cells.stream().map(this::width).toList(),
                spans(printed.select("> tfoot > tr")),
                lines(printed, false));
        official.writeTo(out, taker -> {
            int number = 0;
            for (Map<String, Object> each : SubmittedLedgers.rows(values)) {
                int at = ++number;
                taker.add(cells.stream().map(cell -> value(cell, each, at)).toList());
            }
            int least = row.hasAttr("data-least-rows") ? Integer.parseInt(row.attr("data-least-rows")) : 0;
            for (int i = number + 1; i <= least; i++) {
                int at = i;
                taker.add(cells.stream().map(cell -> empty(cell, at)).toList());
            }
        });
    }

    private static Element tableOf(Element row, Document in) {
        return in.select("table").stream()
                .filter(table -> table.select("[data-row]").contains(row))
                .reduce((outer, inner) -> inner)
                .orElseThrow();
    }

    private double width(Element cell) {
        String name = nameOf(cell);
        int millimetres = ledger.column(name).map(LedgerColumn::width).orElse(NUMBER_MILLIMETRES);
        return millimetres * CHARS_A_MILLIMETRE;
    }

    private static String nameOf(Element cell) {
        if (cell.hasAttr("data-field")) {
            return cell.attr("data-field");
        }
        Element inner = cell.selectFirst("[data-field]");
        return inner == null ? "" : inner.attr("data-field");
    }

    private Object value(Element cell, Map<String, Object> row, int number) {
        if (cell.hasAttr("data-number") || cell.selectFirst("[data-number]") != null) {
            return number;
        }
        String name = nameOf(cell);
        Object value = row.getOrDefault(name, "");
        return value instanceof Number
                ? value
                : form.field(Ledger.ROWS)
                        .flatMap(table -> table.column(name))
                        .map(column -> FieldText.of(column, value))
                        .orElse("");
    }

    /** Rows that the source prints with their numbers keep them. */
    private static Object empty(Element cell, int number) {
        return cell.attr("data-number").equals("all") ? Integer.valueOf(number) : "";
    }

    private String title() {
        Element title = bound.selectFirst("h1");
        return title == null ? form.title() : text(title);
    }

    /** Where each cell lies, as browsers place them. */
    private static List<Span> spans(List<Element> rows) {
        List<Span> spans = new ArrayList<>();
        Set<List<Integer>> taken = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (Element cell : rows.get(row).select("> th, > td")) {
                while (taken.contains(List.of(row, column))) {
                    column++;
                }
                int down = span(cell, "rowspan");
                int right = span(cell, "colspan");
                for (int i = 0; i < down; i++) {
                    for (int j = 0; j < right; j++) {
                        taken.add(List.of(row + i, column + j));
                    }
                }
                spans.add(new Span(row, column, down, right, text(cell)));
                column += right;
            }
        }
        return spans;
    }

    private static int span(Element cell, String attribute) {
        return cell.hasAttr(attribute) ? Math.max(1, Integer.parseInt(cell.attr(attribute))) : 1;
    }

    private static String text(Element element) {
        return element.wholeText()
                .replaceAll("[ \\t\\r\\n]+", " ")
                .replace('\u00a0', ' ')
                .strip();
    }

    /** What stands on the sheet before or after the table of rows, a paragraph or a row of another table a line. */
    private List<Line> lines(Element table, boolean before) {
        List<Line> lines = new ArrayList<>();
        boolean passed = false;
        for (Element each : bound.select("div.sheet p, div.sheet tr, div.sheet h2, div.sheet h3, div.sheet table")) {
            if (each.equals(table)) {
                passed = true;
            }
            boolean inTable = each.equals(table)
                    || each.parents().contains(table)
                    || each.normalName().equals("table");
            if (!inTable && passed != before && !isInRow(each) && !text(each).isEmpty()) {
                lines.add(new Line(parts(each), each.closest(".signed") != null));
            }
        }
        return lines;
    }

    /** Places beside each other stay beside each other. */
    private static List<String> parts(Element line) {
        List<String> parts = line.select("> .left, > .middle, > .right, > .serial").stream()
                .map(LedgerWorkbook::text)
                .toList();
        return parts.size() > 1 ? parts : List.of(text(line));
    }

    /** A paragraph inside a row of a table is told with the row. */
    private static boolean isInRow(Element each) {
        return !each.normalName().equals("tr")
                && each.parents().stream().anyMatch(above -> above.normalName().equals("tr"));
    }
}
