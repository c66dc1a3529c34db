package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/** How often each paper was printed, so that one printed again can say so. */
@ApplicationScoped
public class Printings {
    private static final int CHUNK = 500;

    private final EntityManager database;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final Clock clock;

    @Inject
    public Printings(EntityManager database, Transactions transactions, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** @param run a name of the run of which it is a part; empty for a paper alone */
    public void note(Caller caller, String run, List<Long> papers) {
        if (!papers.isEmpty()) {
            long first = identifiers.take("printing", papers.size());
            transactions.perform(() -> {
                for (int i = 0; i < papers.size(); i++) {
                    database.persist(new Printing(first + i, run, papers.get(i), caller, clock.instant()));
                }
            });
        }
    }

    /** How often each was printed; those that never were are not in it. */
    public Map<Long, Long> counts(Collection<Long> papers) {
        return transactions.run(() -> counted(papers));
    }

    private Map<Long, Long> counted(Collection<Long> papers) {
        List<Long> all = List.copyOf(papers);
        Map<Long, Long> counts = new HashMap<>();
        for (int first = 0; first < all.size(); first += CHUNK) {
            database.createQuery(
                            "select p.instrument, count(p) from Printing p where p.instrument in :papers group by p.instrument",
                            Object[].class)
                    .setParameter("papers", all.subList(first, Math.min(first + CHUNK, all.size())))
                    .getResultStream()
                    .forEach(row -> counts.put((Long) row[0], (Long) row[1]));
        }
        return counts;
    }
}
