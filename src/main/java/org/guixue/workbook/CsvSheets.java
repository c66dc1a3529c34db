package org.guixue.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** A .csv: one sheet without name. Separated by comma, semicolon or tab, whichever stands most often in the first lines outside quotes. */
final class CsvSheets implements Sheets {
    private static final char[] SEPARATORS = {',', '\t', ';'};
    private static final int SAMPLE_CHARS = 16 * 1024;

    private final CsvText text;
    private final char separator;

    CsvSheets(CsvText text) throws IOException {
        this.text = text;
        this.separator = separator();
    }

    @Override
    public List<String> names() {
        return List.of("");
    }

    @Override
    public Outline outline(int sheet, Extent extent) throws IOException {
        int lines = 1;
        try (BufferedReader reader = new BufferedReader(text.reader())) {
            for (int unit = reader.read(); unit >= 0; unit = reader.read()) {
                lines += unit == '\n' ? 1 : 0;
            }
        }
        return new Outline(MergedAreas.NONE, lines);
    }

    @Override
    public RowSource rows(int sheet) {
        return new CsvRows(text, separator);
    }

    private char separator() throws IOException {
        char[] sample = new char[SAMPLE_CHARS];
        int length;
        try (Reader reader = text.reader()) {
            length = Math.max(0, reader.read(sample, 0, sample.length));
        }
        char best = SEPARATORS[0];
        int most = 0;
        for (char candidate : SEPARATORS) {
            int count = count(sample, length, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static int count(char[] sample, int length, char separator) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            quoted ^= sample[i] == '"';
            count += !quoted && sample[i] == separator ? 1 : 0;
        }
        return count;
    }
}
