package org.guixue.county;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.person.StudentState;
import org.guixue.person.Students;
import org.jspecify.annotations.Nullable;

/** Counts the children of a scope by state and school, and those who have moved, grouped by the database: no child is read. */
@ApplicationScoped
@Transactional
public class RollCounts {
    private static final int SCHOOL_AGE = 6;
    private static final int SIXTEEN = 16;
    private static final String AGED = " and s.bornOn > :oldest and s.bornOn <= :youngest";

    private final EntityManager database;

    @Inject
    public RollCounts(EntityManager database) {
        this.database = database;
    }

    /** So many children stand there; no school is 0. */
    record Stand(StudentState state, long school) {}

    /** @param aged those among them who are of school age on a day */
    record Counted(Stand stand, long count, long aged) {}

    /** So many movements led from there to here. */
    record Moved(Stand from, Stand to, long count) {}

    /** @param agedOn the day on which who is of school age counts as such */
    List<Counted> now(Scope scope, LocalDate agedOn) {
        TypedQuery<Object[]> asked = database.createQuery(
                "select s.state, c.id, count(s), sum(case when s.bornOn > :oldest and s.bornOn <= :youngest then 1 else 0"
                        + " end) from Student s left join s.school c where " + Students.VISIBLE
                        + " group by s.state, c.id",
                Object[].class);
        return bound(asked, scope, Optional.of(agedOn)).getResultList().stream()
                .map(row -> new Counted(stand(row[0], row[1]), (Long) row[2], ((Number) row[3]).longValue()))
                .toList();
    }

    /** Movements after that day that changed state or school. */
    List<Moved> since(Scope scope, LocalDate day, Optional<LocalDate> agedOn) {
        TypedQuery<Object[]> asked = database.createQuery(
                        "select m.fromState, f.id, m.toState, t.id, count(m) from Movement m join m.student s left join"
                                + " m.fromSchool f left join m.toSchool t where m.movedOn > :day and ("
                                + Students.VISIBLE
                                + " or f.path like :within)" + (agedOn.isPresent() ? AGED : "")
                                + " group by m.fromState, f.id, m.toState, t.id",
                        Object[].class)
                .setParameter("day", day);
        return bound(asked, scope, agedOn).getResultList().stream()
                .map(row -> new Moved(stand(row[0], row[1]), stand(row[2], row[3]), (Long) row[4]))
                .filter(moved -> !moved.from().equals(moved.to()))
                .toList();
    }

    private static TypedQuery<Object[]> bound(TypedQuery<Object[]> asked, Scope scope, Optional<LocalDate> agedOn) {
        asked.setParameter("within", scope.path() + "%");
        agedOn.ifPresent(day -> asked.setParameter("oldest", day.minusYears(SIXTEEN))
                .setParameter("youngest", day.minusYears(SCHOOL_AGE)));
        return asked;
    }

    private static Stand stand(Object state, @Nullable Object school) {
        return new Stand((StudentState) state, school == null ? 0 : (Long) school);
    }
}
