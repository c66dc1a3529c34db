package org.guixue.instrument;

import org.guixue.archive.ArchivedRecord;

/** Writes back what the register says was done with a paper and the database has forgotten. The room of that act answers. */
public interface RegisteredActs {
    void readBack(ArchivedRecord record);
}
