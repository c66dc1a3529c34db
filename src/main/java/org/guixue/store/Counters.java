package org.guixue.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Gapless counters: a number is taken under a row lock that is held until the open transaction ends, so a rollback gives it
 * back and nobody takes the next one before. Transactions that take several must take them in the same order, and take them
 * last.
 */
public final class Counters {
    private static final String BIRTH = "insert into counter (name, last_number) values (?, 0)";

    private final EntityManager database;
    private final DataSource atOnce;

    /** @param atOnce takes no part in transactions: two who need a counter first do not undo each other */
    public Counters(EntityManager database, DataSource atOnce) {
        this.database = database;
        this.atOnce = atOnce;
    }

    public long next(String name) {
        return locked(name).next();
    }

    /** The first of so many numbers in a row, under one lock. */
    public long take(String name, int howMany) {
        return locked(name).take(howMany);
    }

    /** Raises the counter to at least that number, as recovery does for numbers that the archive holds. */
    public void raise(String name, long number) {
        locked(name).raiseTo(number);
    }

    /** What this transaction has taken already is written first, for locking reads the row anew. */
    private Counter locked(String name) {
        database.flush();
        Counter counter = database.find(Counter.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (counter == null) {
            bear(name);
            counter = database.find(Counter.class, name, LockModeType.PESSIMISTIC_WRITE);
        }
        database.refresh(counter, LockModeType.PESSIMISTIC_WRITE);
        return counter;
    }

    private void bear(String name) {
        try (Connection connection = atOnce.getConnection();
                PreparedStatement birth = connection.prepareStatement(BIRTH)) {
            birth.setString(1, name);
            birth.executeUpdate();
        } catch (SQLException e) {
            if (Contention.in(e) != Contention.SAME_KEY) {
                throw new IllegalStateException("cannot create counter " + name, e);
            }
        }
    }
}
