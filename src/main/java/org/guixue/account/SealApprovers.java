package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.guixue.access.Scope;
import org.guixue.office.Approvers;

/** Answers who may approve the use of an office's seal: the open accounts of that very office that hold the grant. */
@ApplicationScoped
public class SealApprovers implements Approvers {
    private final EntityManager entities;

    @Inject
    public SealApprovers(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<String> names(Scope office, long besides, boolean sensitive) {
        return entities.createQuery(
                        "select a from Account a where a.officePath = :path and a.mayApprove = :yes"
                                + " and a.closed = :no and a.id <> :besides order by a.displayName, a.id",
                        Account.class)
                .setParameter("path", office.path())
                .setParameter("yes", true)
                .setParameter("no", false)
                .setParameter("besides", besides)
                .getResultStream()
                .filter(account -> account.mayReadSensitive() || !sensitive)
                .map(Account::displayName)
                .toList();
    }
}
