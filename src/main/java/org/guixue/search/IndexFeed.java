package org.guixue.search;

/**
 * What is fed with the changes of the outbox, in ascending order; after a start the feeder goes on behind
 * {@link #lastOutboxNumber}. Putting again replaces. What is put lasts from the next {@link #commit} on.
 */
public interface IndexFeed {
    /** The outbox number that the last commit holds; 0 for an empty index, which then wants everything. */
    long lastOutboxNumber();

    /** Takes in a record, in place of what was known of it. */
    void put(RecordEntry entry, long outboxNumber);

    /** Takes in a child, in place of what was known of it. */
    void putStudent(StudentEntry entry, long outboxNumber);

    /** Makes all that was put last, and notes the outbox number. Some 50 ms; for every second or so, not every record. */
    void commit();
}
