package org.guixue.archive;

import java.util.Locale;

/** What a register can say about a record. */
public enum Act {
    /** 归档: the sealed file came into the archive. */
    ACCESSION,
    /** 送达. */
    DELIVERY,
    /** What came back on paper lies beside the sealed file. */
    SCAN,
    /** A scan that was filed at the wrong record ({@code scan}, its number): its file stays and is not the record's any more. */
    WITHDRAWAL,
    /** 作废 of a record that was issued; its file stays. */
    VOID,
    /** A number that was reserved and never got a file; it is not used again. */
    CANCELLATION,
    /** Kept beyond its term, whatever the retention says. */
    HOLD,
    /** The end of a hold. */
    RELEASE,
    /** 销毁. */
    DISPOSAL;

    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Act parse(String json) {
        for (Act act : values()) {
            if (act.json().equals(json)) {
                return act;
            }
        }
        throw new IllegalArgumentException("unknown act: " + json);
    }
}
