package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guixue.access.Scope;
import org.guixue.person.StudentState;

/** The children on the roll in a scope, as rows are matched in it: not those of others whose case it leads. By id, some at a time. */
@ApplicationScoped
public class OurChildren {
    /** Who has left or finished stands on no other list of today. */
    private static final Set<StudentState> GONE = EnumSet.of(StudentState.TRANSFERRED, StudentState.GRADUATED);

    private final EntityManager database;

    @Inject
    public OurChildren(EntityManager database) {
        this.database = database;
    }

    /** Ids behind that one, ascending. Part of the open transaction. */
    List<Long> after(long id, Scope scope, int most) {
        return database.createQuery(
                        "select s.id from Student s where s.id > :after and s.state not in :gone"
                                + " and (s.townshipPath like :within or s.schoolPath like :within) order by s.id",
                        Long.class)
                .setParameter("after", id)
                .setParameter("gone", GONE)
                .setParameter("within", scope.path() + "%")
                .setMaxResults(most)
                .getResultList();
    }
}
