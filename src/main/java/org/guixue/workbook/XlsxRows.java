package org.guixue.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an .xlsx as the parser passes over them. */
final class XlsxRows implements RowSource {
    private final XMLStreamReader xml;
    private final String part;
    private final SharedStrings strings;
    private final List<NumberFormat> formats;
    private final boolean since1904;
    private int number;
    private int given;

    XlsxRows(XMLStreamReader xml, String part, SharedStrings strings, List<NumberFormat> formats, boolean since1904) {
        this.xml = xml;
        this.part = part;
        this.strings = strings;
        this.formats = formats;
        this.since1904 = since1904;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    Row row = row();
                    if (!row.cells().isEmpty()) {
                        if (++given > Limits.ROWS) {
                            throw WorkbookRefusals.tooManyRows();
                        }
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw XlsxPackage.broken(part);
        }
    }

    private Row row() throws XMLStreamException {
        String said = XlsxPackage.attribute(xml, "r", "");
        int place = said.isEmpty() ? number + 1 : CellReference.row(said, 0);
        if (place <= number) {
            throw WorkbookRefusals.damaged("行号" + said + "错乱");
        }
        number = place;
        String hiding = XlsxPackage.attribute(xml, "hidden", "0");
        boolean hidden = hiding.equals("1") || hiding.equals("true");
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return new Row(number, cells, hidden);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                column = xml.getLocalName().equals("c") ? cell(cells, column) : skipped(column);
            }
        }
    }

    private int skipped(int column) throws XMLStreamException {
        XlsxText.runs(xml, number);
        return column;
    }

    /** Reads one cell into its place and says which column that was. */
    private int cell(List<Cell> cells, int before) throws XMLStreamException {
        int column = before + 1;
        String reference = XlsxPackage.attribute(xml, "r", "");
        if (!reference.isEmpty()) {
            int[] place = CellReference.parse(reference);
            if (place.length == 0 || place[1] <= before) {
                throw WorkbookRefusals.damaged("第" + number + "行的单元格" + reference + "错乱");
            }
            column = place[1];
        }
        Cell cell = value();
        if (!cell.isBlank()) {
            if (column >= Limits.COLUMNS) {
                throw WorkbookRefusals.tooManyColumns(number);
            }
            while (cells.size() < column) {
                cells.add(Cell.EMPTY);
            }
            cells.add(cell);
        }
        return column;
    }

    private Cell value() throws XMLStreamException {
        String type = XlsxPackage.attribute(xml, "t", "n");
        String style = XlsxPackage.attribute(xml, "s", "");
        boolean formula = false;
        String value = null;
        String inline = "";
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> value = XlsxText.plain(xml, number);
                case "is" -> inline = XlsxText.runs(xml, number);
                case "f" -> {
                    formula = true;
                    XlsxText.plain(xml, number);
                }
                default -> XlsxText.runs(xml, number);
            }
        }
        if (formula && (value == null || (value.isEmpty() && !type.equals("str")))) {
            return Cell.of(Cell.Kind.UNCOMPUTED, "").computed();
        }
        Cell cell = type.equals("inlineStr") ? Cell.text(inline) : of(type, style, value == null ? "" : value);
        return formula ? cell.computed() : cell;
    }

    private Cell of(String type, String style, String value) {
        if (value.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> Cell.text(strings.get(index(value)));
            case "str" -> Cell.text(XlsxText.unescaped(value));
            case "b" -> Cell.of(Cell.Kind.BOOLEAN, value.equals("1") || value.equals("true") ? "TRUE" : "FALSE");
            case "e" -> Cell.of(Cell.Kind.ERROR, value);
            case "d" -> Cell.of(Cell.Kind.DATE, value.endsWith("T00:00:00") ? value.substring(0, 10) : value);
            default -> number(value, style);
        };
    }

    private Cell number(String value, String style) {
        int at = style.isEmpty() ? 0 : index(style);
        NumberFormat format = at >= 0 && at < formats.size() ? formats.get(at) : NumberFormat.GENERAL;
        try {
            return NumberText.cell(Double.parseDouble(value.strip()), format, since1904);
        } catch (NumberFormatException e) {
            throw WorkbookRefusals.damaged("第" + number + "行的数字" + (value.length() > 30 ? "" : value) + "不是数字");
        }
    }

    private static int index(String digits) {
        int value = 0;
        int length = digits.length();
        for (int i = 0; i < length; i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9' || length > 9) {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }
}
