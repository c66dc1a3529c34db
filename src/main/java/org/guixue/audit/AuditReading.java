package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the trail, newest first, for those who may ask: who opened this child's file? Narrowed to offices. */
@ApplicationScoped
@Transactional
public class AuditReading {
    @PersistenceContext(unitName = "guixue")
    private EntityManager entities;

    /**
     * One page of the events of accounts of these offices.
     *
     * @param subject only events on it; empty for all
     * @param page from 0
     */
    public List<AuditEvent> newest(Set<Long> offices, Optional<Subject> subject, int page, int size) {
        TypedQuery<AuditEvent> query = entities.createQuery(
                "select e from AuditEvent e" + condition(subject) + " order by e.id desc", AuditEvent.class);
        return bind(query, offices, subject)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(Set<Long> offices, Optional<Subject> subject) {
        return bind(
                        entities.createQuery("select count(e) from AuditEvent e" + condition(subject), Long.class),
                        offices,
                        subject)
                .getSingleResult();
    }

    private static String condition(Optional<Subject> subject) {
        return " where e.office in :offices"
                + (subject.isPresent() ? " and e.subjectKind = :kind and e.subjectId = :id" : "");
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Set<Long> offices, Optional<Subject> subject) {
        query.setParameter("offices", offices);
        subject.ifPresent(wanted -> query.setParameter("kind", wanted.kind()).setParameter("id", wanted.id()));
        return query;
    }
}
