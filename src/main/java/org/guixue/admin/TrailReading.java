package org.guixue.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.AuditEvent;
import org.guixue.person.Students;

/**
 * Reads the trail, newest first, for those who may ask: events of accounts within the caller's scope, and events on children
 * within it, whoever did them. What nobody who is known did, such as a sign-in under a name that does not exist, is the
 * bureau's.
 */
@ApplicationScoped
@Transactional
public class TrailReading {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final EntityManager database;

    @Inject
    public TrailReading(EntityManager database) {
        this.database = database;
    }

    /** @param page from 0 */
    public List<AuditEvent> newest(Caller caller, TrailQuestion question, int page, int size) {
        Condition condition = new Condition(caller, question);
        return condition
                .bind(database.createQuery(
                        "select e " + condition.text + " order by e.happenedAt desc, e.id desc", AuditEvent.class))
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultList();
    }

    /** The next older ones than that place. What is written meanwhile moves nothing. */
    List<AuditEvent> olderThan(Caller caller, TrailQuestion question, TrailMark mark, int size) {
        Condition condition = new Condition(caller, question);
        condition.and("e.happenedAt <= :at", "at", mark.utc());
        condition.and("(e.happenedAt < :at or e.id < :older)", "older", mark.id());
        return condition
                .bind(database.createQuery(
                        "select e " + condition.text + " order by e.happenedAt desc, e.id desc", AuditEvent.class))
                .setMaxResults(size)
                .getResultList();
    }

    public long count(Caller caller, TrailQuestion question) {
        Condition condition = new Condition(caller, question);
        return condition
                .bind(database.createQuery("select count(e) " + condition.text, Long.class))
                .getSingleResult();
    }

    private static final class Condition {
        private final StringBuilder text = new StringBuilder("from AuditEvent e where (e.office in"
                + " (select o.id from Office o where o.path like :within) or e.child in (select s.id from Student s where "
                + Students.VISIBLE + ")");
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Condition(Caller caller, TrailQuestion question) {
            text.append(caller.role() == Role.BUREAU ? " or e.office = 0)" : ")");
            parameters.put("within", caller.scope().path() + "%");
            question.child().ifPresent(id -> and("e.child = :child", "child", id));
            question.subject().ifPresent(subject -> {
                and("e.subjectKind = :kind", "kind", subject.kind());
                if (!subject.id().isEmpty()) {
                    and("e.subjectId = :id", "id", subject.id());
                }
            });
            if (!question.account().isEmpty()) {
                and("(e.username = :account or e.displayName = :account)", "account", question.account());
            }
            question.act().ifPresent(act -> and("e.act = :act", "act", act.name()));
            question.from().ifPresent(day -> and("e.happenedAt >= :from", "from", begin(day)));
            question.to().ifPresent(day -> and("e.happenedAt < :to", "to", begin(day.plusDays(1))));
        }

        private static LocalDateTime begin(LocalDate day) {
            return LocalDateTime.ofInstant(day.atStartOfDay(SHANGHAI).toInstant(), ZoneOffset.UTC);
        }

        private void and(String condition, String name, Object value) {
            text.append(" and ").append(condition);
            parameters.put(name, value);
        }

        <T> TypedQuery<T> bind(TypedQuery<T> query) {
            parameters.forEach(query::setParameter);
            return query;
        }
    }
}
