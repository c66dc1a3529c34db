package org.guixue.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The strings that cells point at, kept as UTF-8 in large pieces: a fraction of what as many {@code String}s would take. */
final class SharedStrings {
    private static final int PIECE_BYTES = 1 << 20;
    private static final int PIECE_BITS = 20;

    private final List<byte[]> pieces = new ArrayList<>();
    private long[] starts = new long[1024];
    private int[] lengths = new int[1024];
    private int size;
    private int used = PIECE_BYTES;

    void add(String text) {
        if (size == Limits.STRINGS) {
            throw WorkbookRefusals.tooMuch("表格里不同的文字超过" + Limits.STRINGS + "条");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length > PIECE_BYTES) {
            if ((long) (pieces.size() + 1) * PIECE_BYTES > Limits.STRING_BYTES) {
                throw WorkbookRefusals.tooMuch("表格里的文字过多");
            }
            pieces.add(new byte[PIECE_BYTES]);
            used = 0;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        System.arraycopy(bytes, 0, pieces.get(pieces.size() - 1), used, bytes.length);
        starts[size] = ((long) (pieces.size() - 1) << PIECE_BITS) + used;
        lengths[size++] = bytes.length;
        used += bytes.length;
    }

    /** A string by its number; a number beyond the table is a damaged file. */
    String get(int index) {
        if (index < 0 || index >= size) {
            throw WorkbookRefusals.damaged("单元格指向不存在的文字");
        }
        byte[] piece = pieces.get((int) (starts[index] >> PIECE_BITS));
        return new String(piece, (int) (starts[index] & (PIECE_BYTES - 1)), lengths[index], StandardCharsets.UTF_8);
    }
}
