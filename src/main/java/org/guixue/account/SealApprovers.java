package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guixue.office.ApproversSought;

/** Answers who may approve the use of an office's seal: the open accounts of that very office that hold the grant. */
@ApplicationScoped
public class SealApprovers {
    @PersistenceContext(unitName = "guixue")
    EntityManager entities;

    void answer(@Observes ApproversSought sought) {
        entities.createQuery(
                        "select a from Account a where a.officePath = :path and a.mayApprove = :yes"
                                + " and a.closed = :no and a.id <> :besides order by a.displayName, a.id",
                        Account.class)
                .setParameter("path", sought.office().path())
                .setParameter("yes", true)
                .setParameter("no", false)
                .setParameter("besides", sought.besides())
                .getResultStream()
                .filter(account -> account.mayReadSensitive() || !sought.sensitive())
                .forEach(account -> sought.found(account.displayName()));
    }
}
