package org.guixue.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.access.Scope;
import org.guixue.casefile.history.CaseState;
import org.guixue.instrument.InstrumentState;
import org.guixue.person.StudentState;
import org.guixue.person.Students;
import org.guixue.promotion.PromotionState;
import org.guixue.promotion.YearStep;

/** Counts what is left of a year within a scope; the database counts, no child or paper is read. */
@ApplicationScoped
@Transactional
public class YearCounts {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> FIRST_GRADE = List.of("一年级", "1年级", "小学一年级");
    private static final Set<CaseState> ENDED = EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF);
    private static final Set<StudentState> GOING_ON =
            EnumSet.of(StudentState.ENROLLED, StudentState.AT_RISK, StudentState.RETURNED, StudentState.DROPPED_OUT);
    private static final String WITHIN = "within";
    private static final String SINCE = "since";

    private final EntityManager database;

    @Inject
    public YearCounts(EntityManager database) {
        this.database = database;
    }

    /** The papers that the scope's offices numbered in that year, by state. */
    Map<InstrumentState, Long> papers(Scope scope, int year) {
        Map<InstrumentState, Long> counts = new EnumMap<>(InstrumentState.class);
        database.createQuery(
                        "select i.state, count(i) from Instrument i where i.serialYear = :year and i.issuerPath like"
                                + " :within group by i.state",
                        Object[].class)
                .setParameter("year", year)
                .setParameter(WITHIN, within(scope))
                .getResultStream()
                .forEach(row -> counts.put((InstrumentState) row[0], (Long) row[1]));
        return counts;
    }

    /** Cases that have not ended and in which nothing has happened since that day. */
    long quietCases(Scope scope, LocalDate since) {
        return database.createQuery(
                        "select count(c) from Case c join c.student s where c.state not in :ended and not exists (select"
                                + " e.id from RecordedEvent e where e.caseFile = c and e.happenedOn >= :since) and "
                                + Students.VISIBLE,
                        Long.class)
                .setParameter("ended", ENDED)
                .setParameter(SINCE, since)
                .setParameter(WITHIN, within(scope))
                .getSingleResult();
    }

    /** Children of the first grade who came onto the roll of the scope's schools since that day. */
    long newFirstGrade(Scope scope, LocalDate since) {
        return database.createQuery(
                        "select count(s) from Student s where s.schoolPath like :within and s.grade in :first and"
                                + " s.createdAt >= :since",
                        Long.class)
                .setParameter(WITHIN, within(scope))
                .setParameter("first", FIRST_GRADE)
                .setParameter(SINCE, start(since))
                .getSingleResult();
    }

    /** Schools that have taught a first grade. */
    long schoolsWithFirstGrade(Scope scope) {
        return database.createQuery(
                        "select count(distinct s.school.id) from Student s where s.schoolPath like :within and s.grade in"
                                + " :first",
                        Long.class)
                .setParameter(WITHIN, within(scope))
                .setParameter("first", FIRST_GRADE)
                .getSingleResult();
    }

    /** Schools that have carried out the turn of that year. */
    long turned(Scope scope, int year) {
        return database.createQuery(
                        "select count(p) from Promotion p where p.schoolYear = :year and p.state = :done and"
                                + " p.school.path like :within",
                        Long.class)
                .setParameter("year", year)
                .setParameter("done", PromotionState.DONE)
                .setParameter(WITHIN, within(scope))
                .getSingleResult();
    }

    /**
     * Schools that have not, and on whose roll somebody seems to have the grade of the year before: entered before that day,
     * with no grade changed since, or changed and back again.
     */
    long notTurned(Scope scope, int year, LocalDate since) {
        return database.createQuery(
                        "select count(distinct s.school.id) from Student s where s.schoolPath like :within and s.state in"
                                + " :states and s.createdAt < :start and not exists (select p.id from Promotion p where"
                                + " p.school = s.school and p.schoolYear = :year and p.state = :done) and (not"
                                + " exists (select m.id from Movement m where m.student = s and m.movedOn >= :since and"
                                + " m.fromGrade <> m.toGrade and m.toGrade = s.grade) or exists (select b.id from"
                                + " Movement b where b.student = s and b.movedOn >= :since and b.fromGrade <> b.toGrade"
                                + " and b.fromGrade = s.grade))",
                        Long.class)
                .setParameter(WITHIN, within(scope))
                .setParameter("states", GOING_ON)
                .setParameter("start", start(since))
                .setParameter(SINCE, since)
                .setParameter("year", year)
                .setParameter("done", PromotionState.DONE)
                .getSingleResult();
    }

    /** Who left a primary school in that year and is awaited still. */
    long awaited(Scope scope, int year) {
        return database.createQuery(
                        "select count(p) from PromotedChild p join p.student s where p.schoolYear = :year and p.step ="
                                + " :leaves and p.slot is not null and s.state = :awaited and " + Students.VISIBLE,
                        Long.class)
                .setParameter("year", year)
                .setParameter("leaves", YearStep.LEAVES)
                .setParameter("awaited", StudentState.NOT_ENROLLED)
                .setParameter(WITHIN, within(scope))
                .getSingleResult();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }

    private static String within(Scope scope) {
        return scope.path() + "%";
    }
}
