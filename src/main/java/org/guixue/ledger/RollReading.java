package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.access.Scope;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.CaseState;
import org.guixue.person.Movement;
import org.guixue.person.Standing;
import org.guixue.person.Student;
import org.guixue.person.StudentState;
import org.guixue.person.Students;
import org.guixue.person.TakenBack;

/** Reads children as they stood on a day, and cases that went on in a period, in a few queries for all. */
@ApplicationScoped
@Transactional
public class RollReading {
    private static final int CHUNK = 500;

    /** Guardians and categories of many children come in a query each, not one a child. */
    private static final String BATCH = "eclipselink.batch";

    private final EntityManager database;

    @Inject
    public RollReading(EntityManager database) {
        this.database = database;
    }

    /** All that the office sees, and those who have left its schools since the day. */
    List<ChildOnDay> children(Reported asked) {
        Around around = around(asked);
        List<ChildOnDay> children = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        List<Student> now = database.createQuery("select s from Student s where " + Students.VISIBLE, Student.class)
                .setParameter("within", asked.office().scope().path() + "%")
                .setHint("eclipselink.batch.type", "IN")
                .setHint(BATCH, "s.guardians")
                .setHint(BATCH, "s.categories")
                .getResultList();
        for (Student child : now) {
            seen.add(child.id());
            children.add(onDay(child, around));
        }
        for (Student child : byId(around.then().keySet(), seen)) {
            children.add(onDay(child, around));
        }
        return children;
    }

    /** Those who stood in one of these states on the day. */
    List<ChildOnDay> childrenIn(Reported asked, Set<StudentState> states) {
        Around around = around(asked);
        List<Student> found = database.createQuery(
                        "select s from Student s where s.state in :states and " + Students.VISIBLE, Student.class)
                .setParameter("states", states)
                .setParameter("within", asked.office().scope().path() + "%")
                .getResultList();
        Set<Long> seen = new HashSet<>();
        found.forEach(child -> seen.add(child.id()));
        List<ChildOnDay> children = new ArrayList<>();
        found.forEach(child -> children.add(onDay(child, around)));
        byId(around.then().keySet(), seen).forEach(child -> children.add(onDay(child, around)));
        children.removeIf(child -> !states.contains(child.standing().state()));
        return children;
    }

    private Around around(Reported asked) {
        return new Around(
                asked.asOf(),
                standings(asked.office().scope(), asked.asOf()),
                standings(asked.office().scope(), asked.period().from().minusDays(1)),
                new Once<>(() -> aid(asked)),
                new Once<>(() -> elsewhere(asked)));
    }

    private List<Student> byId(Collection<Long> ids, Set<Long> but) {
        List<Long> wanted = ids.stream().filter(id -> !but.contains(id)).toList();
        List<Student> found = new ArrayList<>();
        for (int first = 0; first < wanted.size(); first += CHUNK) {
            found.addAll(database.createQuery("select s from Student s where s.id in :ids", Student.class)
                    .setParameter("ids", wanted.subList(first, Math.min(first + CHUNK, wanted.size())))
                    .getResultList());
        }
        return found;
    }

    private static ChildOnDay onDay(Student child, Around around) {
        return new ChildOnDay(child, around.standing(child), around);
    }

    /** What was given in the period and not taken back, in words. */
    private Map<Long, String> aid(Reported asked) {
        Map<Long, String> words = new HashMap<>();
        database.createQuery(
                        "select s.id, a.kind, sum(a.amount) from Aid a join a.student s where a.paidOn between :from and"
                                + " :until and " + Students.VISIBLE + " group by s.id, a.kind having sum(a.amount) > 0"
                                + " order by s.id, a.kind",
                        Object[].class)
                .setParameter("from", asked.period().from())
                .setParameter("until", asked.asOf())
                .setParameter("within", asked.office().scope().path() + "%")
                .getResultList()
                .forEach(row -> words.merge(
                        (Long) row[0],
                        row[1] + ((BigDecimal) row[2]).stripTrailingZeros().toPlainString() + "元",
                        (one, other) -> one + "；" + other));
        return words;
    }

    /** To which school outside the county the children went that have left, by the newest word. */
    private Map<Long, String> elsewhere(Reported asked) {
        Map<Long, String> schools = new HashMap<>();
        database.createQuery(
                        "select s.id, m.elsewhere from Movement m join m.student s where m.elsewhere <> '' and m.toState ="
                                + " :gone and m.movedOn <= :until and " + Students.VISIBLE
                                + " order by m.movedOn, m.recordedAt, m.id",
                        Object[].class)
                .setParameter("gone", StudentState.TRANSFERRED)
                .setParameter("until", asked.asOf())
                .setParameter("within", asked.office().scope().path() + "%")
                .getResultList()
                .forEach(row -> schools.put((Long) row[0], (String) row[1]));
        return schools;
    }

    /** Where those stood who have moved since, as known now: before their first movement after the day. By child. */
    private Map<Long, Standing> standings(Scope scope, LocalDate day) {
        List<Movement> since = database.createQuery(
                        "select m from Movement m join m.student s where m.movedOn > :day and (" + Students.VISIBLE
                                + " or exists (select x.id from Movement x where x.student = s and x.movedOn > :day and"
                                + " x.fromSchool.path like :within)) order by m.movedOn desc, m.recordedAt desc,"
                                + " m.id desc",
                        Movement.class)
                .setParameter("day", day)
                .setParameter("within", scope.path() + "%")
                .getResultList();
        Map<Long, Standing> standings = new HashMap<>();
        Set<Long> takenBack = TakenBack.among(since);
        since.stream()
                .filter(movement -> !takenBack.contains(movement.id()))
                .forEach(movement -> standings.put(movement.student().id(), movement.from()));
        return standings;
    }

    /** Cases of the scope, and of those who have left its schools since the day, that have not ended or that something happened in since the period began. */
    List<Case> cases(Reported asked) {
        return database.createQuery(
                        "select c from Case c join fetch c.student s where (c.state not in :ended or exists (select e.id"
                                + " from RecordedEvent e where e.caseFile = c and e.happenedOn >= :from)) and ("
                                + Students.VISIBLE + " or exists (select m.id from Movement m where m.student = s and"
                                + " m.movedOn > :asOf and m.fromSchool.path like :within))",
                        Case.class)
                .setParameter("ended", Set.of(CaseState.CLEARED, CaseState.STRUCK_OFF))
                .setParameter("from", asked.period().from())
                .setParameter("asOf", asked.asOf())
                .setParameter("within", asked.office().scope().path() + "%")
                .setHint("eclipselink.batch.type", "IN")
                .setHint(BATCH, "c.persuasions")
                .setHint(BATCH, "c.student.guardians")
                .setHint(BATCH, "c.student.categories")
                .getResultList();
    }

    /** The same child as it stood on the day, by id. */
    Map<Long, ChildOnDay> onDay(Collection<Student> children, Reported asked) {
        Around around = around(asked);
        Map<Long, ChildOnDay> onDay = new HashMap<>();
        children.forEach(child -> onDay.put(child.id(), onDay(child, around)));
        return onDay;
    }

    /** Movements of children that the office sees, or out of its schools, within the period; without those that were taken back. */
    List<Movement> movements(Reported asked) {
        List<Movement> within = movementsWithin(asked);
        Set<Long> takenBack = TakenBack.among(histories(
                within.stream().map(each -> each.student().id()).distinct().toList()));
        return within.stream().filter(each -> !takenBack.contains(each.id())).toList();
    }

    private List<Movement> histories(List<Long> children) {
        List<Movement> all = new ArrayList<>();
        for (int first = 0; first < children.size(); first += CHUNK) {
            all.addAll(database.createQuery("select m from Movement m where m.student.id in :ids", Movement.class)
                    .setParameter("ids", children.subList(first, Math.min(first + CHUNK, children.size())))
                    .getResultList());
        }
        return all;
    }

    private List<Movement> movementsWithin(Reported asked) {
        return database.createQuery(
                        "select m from Movement m join fetch m.student s left join m.fromSchool f where m.movedOn between"
                                + " :from and :until and (" + Students.VISIBLE + " or f.path like :within)"
                                + " order by m.movedOn, m.recordedAt, m.id",
                        Movement.class)
                .setParameter("from", asked.period().from())
                .setParameter("until", asked.asOf())
                .setParameter("within", asked.office().scope().path() + "%")
                .getResultList();
    }
}
