package org.guixue.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks through the visible sheets for the one with the heading row. */
final class TableSearch {
    private static final int HITS_AT_LEAST = 2;
    private static final int SHOWN = 40;

    private final Headings headings;
    private @Nullable HeadingMatch nearest;

    private TableSearch(Headings headings) {
        this.headings = headings;
    }

    static Table in(Sheets sheets, Headings headings) throws IOException {
        TableSearch search = new TableSearch(headings);
        int count = Math.min(sheets.names().size(), Limits.SHEETS);
        Extent extent = new Extent();
        List<Table> found = new ArrayList<>();
        for (int sheet = 0; sheet < count; sheet++) {
            Sheets.Outline outline = sheets.outline(sheet, extent);
            HeadingMatch match = search.best(new MergedRows(sheets.rows(sheet), outline.merged()));
            if (match != null && search.missing(match).isEmpty()) {
                found.add(new Table(sheets, sheet, outline, headings, match, search.columns(match)));
            }
        }
        if (found.isEmpty()) {
            throw search.refusal();
        }
        return found.size() == 1 ? found.get(0) : only(found);
    }

    /** The one that has rows; where several have, no more than one could be read and the others would be lost unnoticed. */
    private static Table only(List<Table> found) {
        List<Table> filled =
                found.stream().filter(table -> table.rows().hasNext()).toList();
        if (filled.size() > 1) {
            String names =
                    filled.stream().map(table -> "“" + table.sheetName() + "”").collect(Collectors.joining("、"));
            throw WorkbookRefusals.file("有" + filled.size() + "个工作表都有数据：" + names
                    + "，一次只读一个。请把它们合并到一个工作表（表头只留一行），或者各存为一个文件分别上传；不要的请清空或隐藏。");
        }
        return filled.isEmpty() ? found.get(0) : filled.get(0);
    }

    /** The row or the two rows with most hits; the first of equals, one row before two. */
    private @Nullable HeadingMatch best(RowSource rows) throws IOException {
        List<Row> top = new ArrayList<>();
        for (Row row = rows.next(); row != null && top.size() < Limits.HEADING_ROWS; row = rows.next()) {
            top.add(row);
        }
        HeadingMatch best = null;
        for (Row row : top) {
            best = better(best, HeadingMatch.of(headings, row));
        }
        for (int i = 0; i + 1 < top.size(); i++) {
            best = better(best, HeadingMatch.of(headings, top.get(i), top.get(i + 1)));
        }
        if (best == null || best.hits() < enough(best)) {
            return null;
        }
        nearest = better(nearest, best);
        return best;
    }

    /** A list of names alone has one heading, and nothing beside it. */
    private int enough(HeadingMatch match) {
        long titles = match.titles().stream().filter(title -> !title.isEmpty()).count();
        return (int) Math.max(
                1, Math.min(titles, Math.min(HITS_AT_LEAST, headings.all().size())));
    }

    private static HeadingMatch better(@Nullable HeadingMatch best, HeadingMatch other) {
        boolean clearer = best == null
                || other.clear() > best.clear()
                || (other.clear() == best.clear() && other.hits() > best.hits());
        return clearer ? other : best;
    }

    private List<String> missing(HeadingMatch match) {
        return headings.all().stream()
                .filter(heading -> heading.required() && !match.columns().containsKey(heading.field()))
                .map(Heading::title)
                .toList();
    }

    private Map<String, Integer> columns(HeadingMatch match) {
        Map<String, Integer> columns = new HashMap<>();
        match.columns().forEach((field, places) -> {
            if (places.size() > 1) {
                String letters = places.stream().map(Row::letters).collect(Collectors.joining("列、", "", "列"));
                throw WorkbookRefusals.file("表头（第" + match.lower().number() + "行）里「" + title(field) + "」出现了"
                        + places.size() + "次（" + letters + "），不知道用哪一列。请只留一列，或把另一列改名。");
            }
            columns.put(field, places.get(0));
        });
        return columns;
    }

    private String title(String field) {
        return headings.all().stream()
                .filter(heading -> heading.field().equals(field))
                .map(Heading::title)
                .findFirst()
                .orElse(field);
    }

    private RuntimeException refusal() {
        HeadingMatch found = nearest;
        if (found == null) {
            String wanted = headings.all().stream()
                    .filter(Heading::required)
                    .map(Heading::title)
                    .collect(Collectors.joining("、"));
            return WorkbookRefusals.file("在前" + Limits.HEADING_ROWS + "行里没有找到表头"
                    + (wanted.isEmpty() ? "" : "（应有：" + wanted + "）") + "。请检查是否选错了文件。");
        }
        String titles = IntStream.range(0, found.titles().size())
                .filter(column -> !found.titles().get(column).isEmpty())
                .limit(SHOWN)
                .mapToObj(column -> "「" + shortened(found.titles().get(column)) + "」")
                .collect(Collectors.joining());
        return WorkbookRefusals.file("表头（第" + found.lower().number() + "行）缺少：" + String.join("、", missing(found))
                + "。找到的有：" + titles + "。请补上这些列，或改用通常的名称。");
    }

    private static String shortened(String title) {
        return title.length() > 20 ? title.substring(0, 20) + "…" : title;
    }
}
