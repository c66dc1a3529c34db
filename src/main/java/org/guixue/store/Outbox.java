package org.guixue.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * What the index has yet to learn, in order. A row's number comes from a locked counter, so numbers become visible in their
 * order and a reader that has seen one has seen all before it. Put things in last: until the open transaction ends, others
 * wait at the counter.
 */
public final class Outbox {
    private static final String COUNTER = "outbox";
    private static final String INSERT = "insert into outbox (outbox_no, kind, subject) values (?, ?, ?)";

    private final EntityManager database;
    private final Counters counters;

    public Outbox(EntityManager database, Counters counters) {
        this.database = database;
        this.counters = counters;
    }

    public void put(OutboxRow.Kind kind, long subject) {
        database.persist(new OutboxRow(counters.next(COUNTER), kind, subject));
    }

    /** Many at once, under one lock of the counter. */
    public void putAll(OutboxRow.Kind kind, List<Long> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        long number = counters.take(COUNTER, subjects.size());
        try (PreparedStatement insert = database.unwrap(Connection.class).prepareStatement(INSERT)) {
            for (long subject : subjects) {
                insert.setLong(1, number);
                insert.setString(2, kind.name());
                insert.setLong(3, subject);
                insert.addBatch();
                number++;
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the index could not be told", e);
        }
    }

    /** The newest number, 0 where nothing was put in yet. */
    public long last() {
        return database.createQuery("select coalesce(max(r.number), 0) from OutboxRow r", Long.class)
                .getSingleResult();
    }

    public List<OutboxRow> after(long number, int most) {
        return database.createQuery(
                        "select r from OutboxRow r where r.number > :number order by r.number", OutboxRow.class)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList();
    }
}
