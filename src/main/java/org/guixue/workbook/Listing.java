package org.guixue.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.guixue.TooLarge;

/**
 * A listing that leaves the house as .xlsx: official title, who made it and when, numbered rows, notes at the foot. It is written
 * row after row in bounded memory, once.
 *
 * @param title also the file's name, with the day behind it
 * @param columns without the number of the row, which stands first in each
 * @param notes each in one line below the rows; how many rows there are is said by the listing itself
 */
public record Listing(String title, Head head, List<SheetColumn> columns, Body body, List<String> notes) {
    /** More rows than that are no listing any more; an .xlsx takes 1,048,576. */
    public static final long MOST_ROWS = 1_000_000;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** Which office hands it out, by whom, when (Asia/Shanghai). */
    public record Head(String office, String person, LocalDateTime madeAt) {}

    /** Yields all rows, in their order. */
    @FunctionalInterface
    public interface Body {
        void writeTo(Rows rows) throws IOException;
    }

    /** Takes the values of a row, one a column, as {@link SheetWriter#row} does. */
    @FunctionalInterface
    public interface Rows {
        void add(Object... values) throws IOException;
    }

    public Listing {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** @throws TooLarge where there are more rows than a listing takes */
    public static void refuseTooMany(long rows) {
        if (rows > MOST_ROWS) {
            throw new TooLarge("符合条件的超过" + MOST_ROWS / 10_000 + "万条，一张表放不下。请缩小范围后再导出。");
        }
    }

    public String fileName() {
        return title + "-" + head.madeAt().toLocalDate() + ".xlsx";
    }

    /** Writes the file; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        List<SheetColumn> all = new ArrayList<>();
        all.add(SheetColumn.number("序号", 7));
        all.addAll(columns);
        String line =
                "填报单位（盖章）：%s　　导出时间：%s　　导出人：%s".formatted(head.office(), MINUTE.format(head.madeAt()), head.person());
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            SheetWriter sheet = workbook.sheet(new SheetLayout(title, title, line, all));
            Counted rows = new Counted(sheet);
            body.writeTo(rows);
            sheet.note("注：1. 共" + rows.number + "条。");
            for (int i = 0; i < notes.size(); i++) {
                sheet.note("　　" + (i + 2) + ". " + notes.get(i));
            }
        }
    }

    private static final class Counted implements Rows {
        private final SheetWriter sheet;
        private int number;

        Counted(SheetWriter sheet) {
            this.sheet = sheet;
        }

        @Override
        public void add(Object... values) throws IOException {
            List<Object> row = new ArrayList<>();
            row.add(++number);
            row.addAll(List.of(values));
            sheet.row(row);
        }
    }
}
