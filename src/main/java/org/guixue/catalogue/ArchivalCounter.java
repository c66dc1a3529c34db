package org.guixue.catalogue;

import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.BagId;

/**
 * The counter of a bag's archival numbers (档号): its name among the counters, and the number that an item makes. Items are
 * counted per bag, whatever the class of the record.
 */
public record ArchivalCounter(BagId bag) {
    /** 文书: the papers that offices issue. */
    public static final String PAPERS = "WS";

    /** Named after the class that was there first, as in homes that are in use. */
    public String key() {
        return "archival:" + bag.fonds() + ":" + PAPERS + ":" + bag.year() + ":" + bag.retention();
    }

    /** @param recordClass such as {@link #PAPERS} */
    public ArchivalNumber number(String recordClass, long item) {
        return new ArchivalNumber(bag.fonds(), recordClass, bag.year(), bag.retention(), Math.toIntExact(item));
    }
}
