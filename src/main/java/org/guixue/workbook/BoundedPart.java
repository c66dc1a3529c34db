package org.guixue.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a part that inflates to more than {@link Limits#PART_BYTES} or what is left, or out of all proportion. */
final class BoundedPart extends FilterInputStream {
    private final long limitBytes;
    private long seenBytes;

    BoundedPart(InputStream inflated, long deflatedBytes, long bytesAtMost) {
        super(inflated);
        long inProportion = Math.max(Limits.RATIO_FROM_BYTES, deflatedBytes * Limits.RATIO);
        this.limitBytes = Math.min(Math.min(Limits.PART_BYTES, bytesAtMost), inProportion);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        count(Math.max(0, got));
        return got;
    }

    long seenBytes() {
        return seenBytes;
    }

    private void count(int more) {
        seenBytes += more;
        if (seenBytes > limitBytes) {
            throw WorkbookRefusals.tooMuch("表格解压后过大（常见原因是整张表都设了格式，或文件不是正常的表格）");
        }
    }
}
