package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.instrument.Instrument;
import org.guixue.store.Identifiers;

/** The copies that came back of each paper. */
@ApplicationScoped
@Transactional
public class ReturnedCopies {
    private static final String TABLE = "returned_copy";

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public ReturnedCopies(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    long nextId() {
        return identifiers.next(TABLE);
    }

    void add(ReturnedCopy copy) {
        database.persist(copy);
        database.flush();
    }

    /** In the order of their numbers; also those that were withdrawn. */
    public List<ReturnedCopy> of(Instrument paper) {
        return database.createQuery(
                        "select c from ReturnedCopy c where c.instrument = :paper order by c.n", ReturnedCopy.class)
                .setParameter("paper", paper)
                .getResultList();
    }

    public Optional<ReturnedCopy> find(Instrument paper, int n) {
        return of(paper).stream().filter(copy -> copy.n() == n).findFirst();
    }

    /** The one with that file. */
    Optional<ReturnedCopy> same(Instrument paper, Sha256 sha256) {
        return of(paper).stream()
                .filter(copy -> !copy.withdrawn() && copy.sha256().equals(sha256))
                .findFirst();
    }
}
