package org.guixue.instrument;

import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.BagId;

/** The counter of a bag's archival numbers (档号): its name among the counters, and the number that an item makes. */
public record ArchivalCounter(BagId bag) {
    /** 文书, the only class of records so far. */
    private static final String RECORD_CLASS = "WS";

    public String key() {
        return "archival:" + bag.fonds() + ":" + RECORD_CLASS + ":" + bag.year() + ":" + bag.retention();
    }

    public ArchivalNumber number(long item) {
        return new ArchivalNumber(bag.fonds(), RECORD_CLASS, bag.year(), bag.retention(), Math.toIntExact(item));
    }
}
