package org.guixue.workbook;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a .csv (RFC 4180, any line end). A row's number counts rows as Excel does: line breaks within quotes do not count.
 *
 * <p>What programs do to keep digits as text is undone: {@code ="0123"}, and an apostrophe before =, +, -, @, tab or carriage return (see
 * {@link SheetText}).
 */
final class CsvRows implements RowSource {
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+(?:1[5-9]|[2-9]\\d|\\d{3,})");
    private static final int END = -1;

    private final Reader reader;
    private final char separator;
    private final StringBuilder field = new StringBuilder();
    private int number;
    private int given;
    private int ahead;
    private boolean started;

    CsvRows(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (!started) {
            started = true;
            ahead = reader.read();
        }
        while (ahead != END) {
            number++;
            Row row = row();
            if (!row.cells().isEmpty()) {
                if (++given > Limits.ROWS) {
                    throw Refusals.tooManyRows();
                }
                return row;
            }
        }
        return null;
    }

    private Row row() throws IOException {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        while (true) {
            put(cells, column++, cell());
            if (ahead != separator) {
                break;
            }
            ahead = reader.read();
        }
        if (ahead == '\r') {
            ahead = reader.read();
            ahead = ahead == '\n' ? reader.read() : ahead;
        } else if (ahead == '\n') {
            ahead = reader.read();
        }
        return new Row(number, cells);
    }

    private void put(List<Cell> cells, int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw Refusals.tooManyColumns(number);
        }
        while (cells.size() < column) {
            cells.add(Cell.EMPTY);
        }
        cells.add(cell);
    }

    private Cell cell() throws IOException {
        field.setLength(0);
        boolean quoted = false;
        while (ahead != END) {
            if (ahead == '"' && (quoted || field.isEmpty() || isFormulaQuote())) {
                quoted = quote(quoted);
            } else if (!quoted && (ahead == separator || ahead == '\n' || ahead == '\r')) {
                break;
            } else {
                append((char) ahead);
                ahead = reader.read();
            }
        }
        if (quoted) {
            throw Refusals.damaged("第" + number + "行有引号没有配对");
        }
        return of(field.toString());
    }

    /** At a quote: opens, closes, or (doubled) stands for itself. */
    private boolean quote(boolean quoted) throws IOException {
        ahead = reader.read();
        if (quoted && ahead == '"') {
            append('"');
            ahead = reader.read();
            return true;
        }
        return !quoted;
    }

    private boolean isFormulaQuote() {
        return field.length() == 1 && field.charAt(0) == '=';
    }

    private void append(char unit) {
        if (field.length() == Limits.CELL_CHARS) {
            throw Refusals.tooLongCell(number);
        }
        field.append(unit);
    }

    private static Cell of(String text) {
        String digits =
                text.length() > 1 && text.charAt(0) == '=' && text.substring(1).matches("\"?\\d+[Xx]?\"?")
                        ? text.substring(1).replace("\"", "")
                        : SheetText.withoutGuard(text);
        if (SHORTENED.matcher(PlainText.of(digits)).matches()) {
            return Cell.of(Cell.Kind.LOSSY, PlainText.of(digits));
        }
        return Cell.text(digits);
    }
}
