package org.guixue.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.person.StudentState;
import org.guixue.person.Students;
import org.guixue.store.Identifiers;

/** Who answered for what. Every reading passes a {@link Scope}: a child's where the child is seen, others where the office lies. */
@ApplicationScoped
@Transactional
public class Duties {
    private static final String SEEN =
            "((s.id is null and d.office.path like :within) or (s.id is not null and " + Students.VISIBLE + "))";
    private static final List<StudentState> AT_SCHOOL =
            List.of(StudentState.ENROLLED, StudentState.AT_RISK, StudentState.RETURNED);
    private static final String ORDER =
            " order by d.layer, d.office.path, d.grade, d.schoolClass, d.village, d.what, d.fromOn, d.id";
    private static final int CHUNK = 500;

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Duties(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    /** A class of a school, with how many children sit in it. */
    public record SchoolClass(long school, String grade, String schoolClass, long children) {}

    void add(Duty duty) {
        duty.identify(identifiers.next("duty"));
        database.persist(duty);
        database.flush();
    }

    /** Writes what was changed, so that a clash shows here. */
    void settle() {
        database.flush();
    }

    public Optional<Duty> find(long id, Scope scope) {
        return seen("d.id = :id", scope)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Lets one at a time change it, until the transaction ends; as it lies in the database then. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Duty> hold(long id, Scope scope) {
        Optional<Duty> found = find(id, scope);
        found.ifPresent(duty -> database.refresh(duty, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** All that was entered for one thing, the oldest first. */
    public List<Duty> history(SchoolYear year, DutyLayer layer, String what) {
        return database.createQuery(
                        "select d from Duty d where d.schoolYear = :year and d.layer = :layer and d.what = :what"
                                + " order by d.fromOn, d.recordedAt, d.id",
                        Duty.class)
                .setParameter("year", year.begins())
                .setParameter("layer", layer)
                .setParameter("what", what)
                .getResultList();
    }

    /**
     * Those of a year in the order of the map.
     *
     * @param layers none for all
     * @param ended whether those that ended are wanted too
     */
    public List<Duty> of(
            SchoolYear year, Collection<DutyLayer> layers, boolean ended, Scope scope, int first, int most) {
        return seen(
                        "d.schoolYear = :year and d.layer in :layers" + (ended ? "" : " and d.slot is not null"),
                        scope,
                        ORDER)
                .setParameter("year", year.begins())
                .setParameter("layers", layers.isEmpty() ? List.of(DutyLayer.values()) : layers)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that hold now and for which nobody has signed. */
    List<Duty> unsigned(SchoolYear year, Scope scope, int most) {
        return seen(
                        "d.schoolYear = :year and d.layer in :layers and d.slot is not null and d.signedOn is null",
                        scope,
                        ORDER)
                .setParameter("year", year.begins())
                .setParameter("layers", DutyLayer.signed())
                .setMaxResults(most)
                .getResultList();
    }

    /** The agreements that were signed for those that hold now. */
    List<Long> signedAgreements(SchoolYear year, Scope scope) {
        return database.createQuery(
                        "select d.agreement from Duty d left join d.student s where d.schoolYear = :year"
                                + " and d.slot is not null and d.signedOn is not null and " + SEEN,
                        Long.class)
                .setParameter("year", year.begins())
                .setParameter("within", scope.path() + "%")
                .getResultList();
    }

    List<Duty> withAgreement(SchoolYear year, Collection<Long> agreements, Scope scope) {
        return agreements.isEmpty()
                ? List.of()
                : seen("d.schoolYear = :year and d.slot is not null and d.agreement in :agreements", scope, ORDER)
                        .setParameter("year", year.begins())
                        .setParameter("agreements", agreements)
                        .getResultList();
    }

    public long count(SchoolYear year, Collection<DutyLayer> layers, boolean ended, Scope scope) {
        return database.createQuery(
                        "select count(d) from Duty d left join d.student s where d.schoolYear = :year and d.layer in :layers"
                                + (ended ? "" : " and d.slot is not null") + " and " + SEEN,
                        Long.class)
                .setParameter("year", year.begins())
                .setParameter("layers", layers)
                .setParameter("within", scope.path() + "%")
                .getSingleResult();
    }

    /** How many hold now, by layer. */
    public Map<DutyLayer, Long> count(SchoolYear year, Scope scope) {
        Map<DutyLayer, Long> counts = new EnumMap<>(DutyLayer.class);
        database.createQuery(
                        "select d.layer, count(d) from Duty d left join d.student s where d.schoolYear = :year"
                                + " and d.slot is not null and " + SEEN + " group by d.layer",
                        Object[].class)
                .setParameter("year", year.begins())
                .setParameter("within", scope.path() + "%")
                .getResultStream()
                .forEach(row -> counts.put((DutyLayer) row[0], (Long) row[1]));
        return counts;
    }

    /** Which of these things somebody answers for now. */
    public List<String> covered(SchoolYear year, Collection<DutyLayer> layers, Scope scope) {
        return database.createQuery(
                        "select d.slot from Duty d left join d.student s where d.schoolYear = :year"
                                + " and d.layer in :layers and d.slot is not null and " + SEEN,
                        String.class)
                .setParameter("year", year.begins())
                .setParameter("layers", layers)
                .setParameter("within", scope.path() + "%")
                .getResultList();
    }

    /** For the house itself: those of this year or a later one that hold now at a school. */
    List<Duty> currentOf(Office school, SchoolYear year) {
        return database.createQuery(
                        "select d from Duty d where d.office = :school and d.schoolYear >= :year and d.slot is not null"
                                + " order by d.id",
                        Duty.class)
                .setParameter("school", school)
                .setParameter("year", year.begins())
                .getResultList();
    }

    /** Who answers for the child now. */
    public List<Duty> ofChild(long student, SchoolYear year, Scope scope) {
        return seen("s.id = :student and d.schoolYear = :year and d.slot is not null", scope, " order by d.layer")
                .setParameter("student", student)
                .setParameter("year", year.begins())
                .getResultList();
    }

    /** Those of the ids, whoever asks: for a job that was ordered within a scope. */
    public List<Duty> all(Collection<Long> ids) {
        List<Long> asked = List.copyOf(ids);
        List<Duty> found = new ArrayList<>();
        for (int first = 0; first < asked.size(); first += CHUNK) {
            found.addAll(database.createQuery("select d from Duty d where d.id in :ids", Duty.class)
                    .setParameter("ids", asked.subList(first, Math.min(first + CHUNK, asked.size())))
                    .getResultList());
        }
        return found;
    }

    /** The classes in which children sit now. */
    public List<SchoolClass> classes(Scope scope) {
        return database.createQuery(
                        "select s.school.id, s.grade, s.schoolClass, count(s) from Student s"
                                + " where s.schoolPath like :within and s.state in :atSchool and s.grade <> ''"
                                + " group by s.school.id, s.grade, s.schoolClass",
                        Object[].class)
                .setParameter("within", scope.path() + "%")
                .setParameter("atSchool", AT_SCHOOL)
                .getResultStream()
                .map(row -> new SchoolClass((Long) row[0], (String) row[1], (String) row[2], (Long) row[3]))
                .toList();
    }

    private TypedQuery<Duty> seen(String condition, Scope scope) {
        return seen(condition, scope, "");
    }

    private TypedQuery<Duty> seen(String condition, Scope scope, String order) {
        return database.createQuery(
                        "select d from Duty d left join d.student s where " + condition + " and " + SEEN + order,
                        Duty.class)
                .setParameter("within", scope.path() + "%")
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "d.office")
                .setHint("eclipselink.batch", "d.student");
    }
}
