package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.guixue.archive.Checkpoint;

/**
 * How far the archive was found whole, by the database: a database that is restored from an older copy knows of less, so
 * what it lacks is looked at and catalogued again.
 */
@ApplicationScoped
@Transactional
public class Checkpoints {
    private final EntityManager database;

    @Inject
    public Checkpoints(EntityManager database) {
        this.database = database;
    }

    public List<Checkpoint> kept() {
        return database.createQuery("select c from KeptCheckpoint c order by c.bag", KeptCheckpoint.class)
                .getResultStream()
                .map(KeptCheckpoint::asCheckpoint)
                .toList();
    }

    /** A bag that is not among them keeps what it has: where it is damaged, that goes on saying so. */
    public void keep(List<Checkpoint> found) {
        for (Checkpoint checkpoint : found) {
            KeptCheckpoint kept = database.find(KeptCheckpoint.class, checkpoint.register());
            if (kept == null) {
                database.persist(new KeptCheckpoint(checkpoint));
            } else if (!kept.asCheckpoint().equals(checkpoint)) {
                kept.advance(checkpoint);
            }
        }
    }
}
