package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.Refused;
import org.guixue.roster.OtherRegister;
import org.guixue.roster.RegisterRow;
import org.guixue.store.OneThreadEach;

/**
 * Reads lists and matches them with our roll, some hundred rows in a transaction; begun every second. How far it is lies in
 * the same transaction, so a kill costs no more than these rows and nothing is counted twice. Bounded memory: the file, and a
 * few numbers for each row. Changes nothing on the roll.
 */
@ApplicationScoped
public class ComparingRegisters {
    private static final Logger LOG = Logger.getLogger(ComparingRegisters.class.getName());
    private static final int CHUNK = 500;
    private static final Duration REST = Duration.ofSeconds(10);

    private final Reconciliations reconciliations;
    private final RegisterRows rows;
    private final MatchingRegisters matching;
    private final Clock clock;
    private final OneThreadEach atIt = new OneThreadEach();
    private volatile Instant restsUntil = Instant.MIN;

    @Inject
    public ComparingRegisters(
            Reconciliations reconciliations, RegisterRows rows, MatchingRegisters matching, Clock clock) {
        this.reconciliations = reconciliations;
        this.rows = rows;
        this.matching = matching;
        this.clock = clock;
    }

    /** Goes on with what waits, the oldest first. */
    public void round() {
        if (!clock.instant().isBefore(restsUntil)) {
            reconciliations.running().forEach(this::tryToCompare);
        }
    }

    /** As far as it gets: what is left is gone on with by the next round. */
    void tryToCompare(long id) {
        orLater(id, () -> compare(id));
    }

    /** The same, and where another thread is at it, until that one has done. */
    void tryToCompareToItsEnd(long id) {
        orLater(id, () -> atIt.runOrAwait(id, () -> compareWhole(id)));
    }

    private void orLater(long id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            restsUntil = clock.instant().plus(REST);
            LOG.log(Level.WARNING, e, () -> "comparison " + id + " is not done yet and is tried again");
        }
    }

    /** Until it is compared; returns at once where another thread is at it. */
    void compare(long id) {
        atIt.run(id, () -> compareWhole(id));
    }

    private void compareWhole(long id) {
        read(id);
        matching.match(id, CHUNK);
    }

    private void read(long id) {
        Reconciliation begun = reconciliations.held(id, each -> each);
        if (begun.state() != ReconciliationState.READING) {
            return;
        }
        try {
            OtherRegister register =
                    OtherRegister.open(reconciliations.file(id), begun.caller().mayReadSensitive());
            register.read(begun.readTo(), CHUNK, some -> put(id, some));
            reconciliations.held(id, each -> {
                each.read(register.passedOver());
                return true;
            });
        } catch (Refused e) {
            reconciliations.held(id, each -> {
                each.broken(Sentences.of(e));
                return true;
            });
        }
    }

    private void put(long id, List<RegisterRow> some) {
        if (!some.isEmpty()) {
            reconciliations.held(id, each -> {
                rows.put(id, some);
                each.readTo(some.get(some.size() - 1).number(), some.size());
                return true;
            });
        }
    }
}
