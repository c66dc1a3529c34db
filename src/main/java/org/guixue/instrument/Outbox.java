package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.guixue.person.StudentChanged;
import org.guixue.person.StudentsChanged;

/**
 * What the index has yet to learn, in order. A row's number comes from a locked counter, so numbers become visible in their
 * order and a reader that has seen one has seen all before it.
 */
@ApplicationScoped
public class Outbox {
    private static final String COUNTER = "outbox";
    private static final String INSERT = "insert into outbox (outbox_no, kind, subject) values (?, ?, ?)";

    @PersistenceContext(unitName = "guixue")
    private EntityManager database;

    @Inject
    private Counters counters;

    @Inject
    private Instruments instruments;

    @Transactional(Transactional.TxType.MANDATORY)
    public void instrument(long id) {
        database.persist(new OutboxRow(counters.next(COUNTER), OutboxRow.Kind.INSTRUMENT, id));
    }

    /** A child that changed is filed anew, and with it all its papers: another office may see them now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void studentChanged(@Observes StudentChanged changed) {
        database.persist(new OutboxRow(counters.next(COUNTER), OutboxRow.Kind.STUDENT, changed.student()));
        instruments.idsOf(changed.student()).forEach(this::instrument);
    }

    /** Many children at once, under one lock of the counter. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void studentsChanged(@Observes StudentsChanged changed) {
        put(OutboxRow.Kind.STUDENT, changed.students());
        if (!changed.entered()) {
            put(OutboxRow.Kind.INSTRUMENT, instruments.idsOf(changed.students()));
        }
    }

    private void put(OutboxRow.Kind kind, List<Long> subjects) {
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

    @Transactional
    public List<OutboxRow> after(long number, int most) {
        return database.createQuery(
                        "select r from OutboxRow r where r.number > :number order by r.number", OutboxRow.class)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList();
    }
}
