package org.guixue.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import org.guixue.archive.RegisterHead;

/** The registers' heads as the database remembers them, kept outside the archive so that a shortened register shows. */
@ApplicationScoped
@Transactional
public class RegisterHeads {
    private final EntityManager database;

    @Inject
    public RegisterHeads(EntityManager database) {
        this.database = database;
    }

    /** Lets one at a time come further with this register, until the open transaction ends. */
    public void hold(String register) {
        database.find(KnownHead.class, register, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Remembers the head where it is further than what is known. */
    public void remember(RegisterHead seen) {
        KnownHead known = database.find(KnownHead.class, seen.register(), LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            database.persist(new KnownHead(seen));
            database.flush();
        } else {
            known.advance(seen);
        }
    }

    public List<RegisterHead> known() {
        return database.createQuery("select h from KnownHead h order by h.bag", KnownHead.class)
                .getResultStream()
                .map(KnownHead::asRegisterHead)
                .toList();
    }
}
