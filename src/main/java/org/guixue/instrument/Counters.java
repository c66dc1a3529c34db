package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

/**
 * Gapless counters: a number is taken under a row lock that is held until the transaction ends, so a rollback gives it back
 * and nobody takes the next one before. Transactions that take several must take them in the same order.
 */
@ApplicationScoped
public class Counters {
    @PersistenceContext(unitName = "guixue")
    private EntityManager database;

    @Inject
    private CounterBirth birth;

    @Transactional(Transactional.TxType.MANDATORY)
    public long next(String name) {
        return locked(name).next();
    }

    /** The first of so many numbers in a row, under one lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long take(String name, int howMany) {
        return locked(name).take(howMany);
    }

    /** Raises the counter to at least that number, as recovery does for numbers that the archive holds. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void raise(String name, long number) {
        locked(name).raiseTo(number);
    }

    /** What this transaction has taken already is written first, for locking reads the row anew. */
    private Counter locked(String name) {
        database.flush();
        Counter counter = database.find(Counter.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (counter != null) {
            database.refresh(counter, LockModeType.PESSIMISTIC_WRITE);
            return counter;
        }
        try {
            birth.create(name);
        } catch (PersistenceException e) {
            // another request created it in between: the lock below finds it
            if (database.find(Counter.class, name) == null) {
                throw new IllegalStateException("cannot create counter " + name, e);
            }
        }
        Counter created = database.find(Counter.class, name, LockModeType.PESSIMISTIC_WRITE);
        database.refresh(created, LockModeType.PESSIMISTIC_WRITE);
        return created;
    }
}
