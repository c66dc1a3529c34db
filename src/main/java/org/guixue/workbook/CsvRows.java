package org.guixue.workbook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a .csv (RFC 4180, any line end). A row's number counts rows as Excel does: line breaks within quotes do not count.
 *
 * <p>What programs do to keep digits as text is undone: {@code ="0123"}, and an apostrophe before =, +, -, @, tab or carriage return (see
 * {@link SheetText}). A quote that is never closed is damage: it would swallow all rows after it.
 */
final class CsvRows implements RowSource {
    /** What no text holds, on a line of its own after the last: it comes back alone unless a quote is still open. */
    private static final String END = "\u0004";

    private static final Pattern SHORTENED = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+(?:1[5-9]|[2-9]\\d|\\d{3,})");
    private static final Pattern KEPT_DIGITS = Pattern.compile("=\"?\\d+[Xx]?\"?");

    private final Iterator<CsvRecord> records;
    private final Extent extent = new Extent();
    private int number;
    private int given;

    CsvRows(CsvText text, char separator) {
        records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(Limits.CELL_CHARS)
                                .build(),
                        text.readerWith("\n" + END))
                .iterator();
    }

    @Override
    public @Nullable Row next() {
        try {
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                number++;
                extent.addRow();
                extent.addCells(csv.getFieldCount());
                if (csv.getField(csv.getFieldCount() - 1).endsWith(END)) {
                    return last(csv);
                }
                Row row = row(csv);
                if (!row.cells().isEmpty()) {
                    if (++given > Limits.ROWS) {
                        throw WorkbookRefusals.tooManyRows();
                    }
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw WorkbookRefusals.tooMuch("第" + (number + 1) + "行有单元格超过" + Limits.CELL_CHARS + "个字，或列过多，也可能是引号没有配对");
        }
    }

    private @Nullable Row last(CsvRecord csv) {
        if (!csv.getField(0).equals(END)) {
            throw WorkbookRefusals.damaged("第" + number + "行有引号没有配对");
        }
        return null;
    }

    private Row row(CsvRecord csv) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < csv.getFieldCount(); column++) {
            Cell cell = cell(csv.getField(column));
            if (cell.isBlank()) {
                continue;
            }
            if (column >= Limits.COLUMNS) {
                throw WorkbookRefusals.tooManyColumns(number);
            }
            while (cells.size() < column) {
                cells.add(Cell.EMPTY);
            }
            cells.add(cell);
        }
        return new Row(number, cells);
    }

    private static Cell cell(String text) {
        String plain = KEPT_DIGITS.matcher(text).matches()
                ? text.substring(1).replace("\"", "")
                : SheetText.withoutGuard(text);
        if (SHORTENED.matcher(CellText.of(plain)).matches()) {
            return Cell.of(Cell.Kind.LOSSY, CellText.of(plain));
        }
        return Cell.text(plain);
    }
}
