package org.guixue.workbook;

import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.RecordInputStream;

/** Steps over the records of one sheet of an .xls, leaving out charts within it. */
final class XlsRecords {
    private static final int EOF = 0x0A;

    private final RecordInputStream in;
    private int depth;

    XlsRecords(RecordInputStream in) {
        this.in = in;
    }

    /** To the next record of the sheet itself; false at the sheet's end. */
    boolean next() {
        while (true) {
            if (depth > 0) {
                in.readRemainder();
            }
            if (!in.hasNextRecord()) {
                return false;
            }
            in.nextRecord();
            if (in.getSid() == BOFRecord.sid) {
                depth++;
            } else if (in.getSid() == EOF) {
                depth--;
                if (depth <= 0) {
                    return false;
                }
            } else if (depth == 1) {
                return true;
            } else if (depth == 0) {
                throw WorkbookRefusals.damaged("工作表没有开头");
            }
        }
    }

    int sid() {
        return in.getSid();
    }

    RecordInputStream in() {
        return in;
    }
}
