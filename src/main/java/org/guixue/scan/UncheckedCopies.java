package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.instrument.Instruments;

/**
 * Returned copies whose signatures nobody has looked at, or of which somebody saw that one lacks. Those that were withdrawn,
 * whose paper is void, or that the caller may not see are none.
 */
@ApplicationScoped
@Transactional
public class UncheckedCopies {
    private static final String SUCH =
            " from ReturnedCopy c join c.instrument i left join i.student s left join i.office o"
                    + " where c.signatures = :seen and c.withdrawnReason = ''"
                    + " and i.state <> org.guixue.instrument.InstrumentState.VOID"
                    + " and i.sensitive in :shown and " + Instruments.VISIBLE;

    private final EntityManager database;

    @Inject
    public UncheckedCopies(EntityManager database) {
        this.database = database;
    }

    /** The oldest first. */
    List<ReturnedCopy> list(Caller caller, Signatures seen, int first, int most) {
        return asked("select c" + SUCH + " order by c.filedAt, c.id", ReturnedCopy.class, caller, seen)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    long count(Caller caller, Signatures seen) {
        return asked("select count(c)" + SUCH, Long.class, caller, seen).getSingleResult();
    }

    /** Of papers that the caller's very office has issued, nobody has looked at. */
    long countOwn(Caller caller) {
        return database.createQuery(
                        "select count(c) from ReturnedCopy c where c.signatures = :seen and c.withdrawnReason = ''"
                                + " and c.instrument.issuerPath = :own and c.instrument.state"
                                + " <> org.guixue.instrument.InstrumentState.VOID"
                                + " and c.instrument.sensitive in :shown",
                        Long.class)
                .setParameter("seen", Signatures.UNSEEN)
                .setParameter("own", caller.scope().path())
                .setParameter("shown", shown(caller))
                .getSingleResult();
    }

    private <T> TypedQuery<T> asked(String question, Class<T> answer, Caller caller, Signatures seen) {
        return database.createQuery(question, answer)
                .setParameter("seen", seen)
                .setParameter("shown", shown(caller))
                .setParameter("within", caller.scope().path() + "%");
    }

    private static List<Boolean> shown(Caller caller) {
        return caller.mayReadSensitive() ? List.of(false, true) : List.of(false);
    }
}
