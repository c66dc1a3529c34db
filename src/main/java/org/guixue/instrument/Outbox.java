package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
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
        List<OutboxRow> rows = new ArrayList<>();
        for (long subject : subjects) {
            OutboxRow row = new OutboxRow(number, kind, subject);
            database.persist(row);
            rows.add(row);
            number++;
        }
        database.flush();
        rows.forEach(database::detach);
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
