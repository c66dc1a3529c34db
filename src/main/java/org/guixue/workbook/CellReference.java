package org.guixue.workbook;

/** B12: the address of a cell. */
final class CellReference {
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private CellReference() {}

    /** Row counted from 1 and column from 0, or an empty array where this is no address. */
    static int[] parse(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z' && i < 4) {
            column = column * 26 + reference.charAt(i++) - 'A' + 1;
        }
        int row = row(reference, i);
        return column < 1 || column > LAST_COLUMN || row < 1 ? new int[0] : new int[] {row, column - 1};
    }

    /** A row's number from a position to the end; 0 where it is none. */
    static int row(String reference, int from) {
        if (reference.length() - from > 7) {
            return 0;
        }
        int row = 0;
        for (int i = from; i < reference.length(); i++) {
            char digit = reference.charAt(i);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            row = row * 10 + digit - '0';
        }
        return row <= LAST_ROW ? row : 0;
    }
}
