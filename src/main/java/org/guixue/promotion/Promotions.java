package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.StudentState;
import org.guixue.person.Students;
import org.guixue.store.Identifiers;

/** The schools' turns of the year, what was decided for them, and what they did. */
@ApplicationScoped
@Transactional
public class Promotions {
    private static final String YEAR = "year";
    private static final String SCHOOL = "school";
    private static final String PROMOTION = "promotion";

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Promotions(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    public Optional<Promotion> find(long school, SchoolYear year) {
        return database.createQuery(
                        "select p from Promotion p where p.school.id = :school and p.schoolYear = :year",
                        Promotion.class)
                .setParameter(SCHOOL, school)
                .setParameter(YEAR, year.begins())
                .getResultStream()
                .findFirst();
    }

    /** Those of the schools of a scope, by school. */
    public Map<Long, Promotion> within(Scope scope, SchoolYear year) {
        return database.createQuery(
                        "select p from Promotion p where p.schoolYear = :year and p.school.path like :within",
                        Promotion.class)
                .setParameter(YEAR, year.begins())
                .setParameter("within", scope.path() + "%")
                .getResultStream()
                .collect(Collectors.toMap(each -> each.school().id(), each -> each));
    }

    /** The school's, begun where there is none; one at a time works on it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Promotion held(Caller caller, Office school, SchoolYear year) {
        Optional<Promotion> known = find(school.id(), year);
        Promotion held = known.orElseGet(() -> begun(caller, school, year));
        known.ifPresent(each -> database.refresh(each, LockModeType.PESSIMISTIC_WRITE));
        return held;
    }

    private Promotion begun(Caller caller, Office school, SchoolYear year) {
        Promotion begun = new Promotion(identifiers.next(PROMOTION), school, year, caller);
        database.persist(begun);
        database.flush();
        return begun;
    }

    /** The one with that id, as it lies in the database now; one at a time works on it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Promotion held(long id) {
        Promotion found = database.find(Promotion.class, id);
        database.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /** Those that are to be carried out, the longest ordered first. */
    List<Long> ordered() {
        return database.createQuery(
                        "select p.id from Promotion p where p.state = :ordered order by p.orderedAt, p.id", Long.class)
                .setParameter("ordered", PromotionState.ORDERED)
                .getResultList();
    }

    /** What was decided of its classes. */
    List<ClassChoice> classes(Promotion promotion) {
        return database.createQuery(
                        "select c from ClassChoice c where c.promotion = :promotion order by c.id", ClassChoice.class)
                .setParameter(PROMOTION, promotion)
                .getResultList();
    }

    /** What was decided of single children. */
    List<ChildChoice> children(Promotion promotion) {
        return database.createQuery(
                        "select c from ChildChoice c where c.promotion = :promotion order by c.id", ChildChoice.class)
                .setParameter(PROMOTION, promotion)
                .getResultList();
    }

    ClassChoice newClass(Promotion promotion, String grade, String schoolClass) {
        return new ClassChoice(identifiers.next("promotion_class"), promotion, grade, schoolClass);
    }

    ChildChoice newChild(Promotion promotion, long student) {
        return new ChildChoice(identifiers.next("promotion_child"), promotion, student);
    }

    void store(Object row) {
        database.persist(row);
    }

    void remove(Object row) {
        database.remove(row);
    }

    void settle() {
        database.flush();
    }

    /** So many steps, each with its id and the slot. */
    void add(Promotion promotion, List<YearStep> steps, List<Movement> movements) {
        long first = steps.isEmpty() ? 0 : identifiers.take("promoted_child", steps.size());
        for (int at = 0; at < steps.size(); at++) {
            database.persist(new PromotedChild(first + at, promotion, steps.get(at), movements.get(at)));
        }
        database.flush();
    }

    /** Of a school's act what holds still. */
    List<PromotedChild> holding(Promotion promotion) {
        return database.createQuery(
                        "select p from PromotedChild p join fetch p.movement join fetch p.student where p.promotion ="
                                + " :promotion and p.slot is not null order by p.id",
                        PromotedChild.class)
                .setParameter(PROMOTION, promotion)
                .getResultList();
    }

    /** The children now on the school's roll who have gone on in that year already, there or at another school. */
    Set<Long> gone(Office school, SchoolYear year) {
        return Set.copyOf(database.createQuery(
                        "select s.id from PromotedChild p join p.student s where p.schoolYear = :year and p.slot is not"
                                + " null and s.school = :school",
                        Long.class)
                .setParameter(YEAR, year.begins())
                .setParameter(SCHOOL, school)
                .getResultList());
    }

    /** Children who left a primary school in that year and are awaited still: at a school of the scope, or in its townships. */
    public List<PromotedChild> awaited(Scope scope, SchoolYear year) {
        return database.createQuery(
                        "select p from PromotedChild p join fetch p.student s where p.schoolYear = :year and p.step ="
                                + " :leaves and p.slot is not null and s.state = :awaited and " + Students.VISIBLE
                                + " order by s.schoolPath, s.name, s.id",
                        PromotedChild.class)
                .setParameter(YEAR, year.begins())
                .setParameter("leaves", YearStep.LEAVES)
                .setParameter("awaited", StudentState.NOT_ENROLLED)
                .setParameter("within", scope.path() + "%")
                .getResultList();
    }

    /** How many left a primary school in that year, arrived or not. */
    public long left(Scope scope, SchoolYear year) {
        return database.createQuery(
                        "select count(p) from PromotedChild p join p.student s where p.schoolYear = :year and p.step ="
                                + " :leaves and p.slot is not null and " + Students.VISIBLE,
                        Long.class)
                .setParameter(YEAR, year.begins())
                .setParameter("leaves", YearStep.LEAVES)
                .setParameter("within", scope.path() + "%")
                .getSingleResult();
    }

    /** Of these children those of whom something was recorded in their case after the act. */
    Set<Long> inCasesSince(Collection<PromotedChild> left) {
        return left.stream()
                .filter(each -> database.createQuery(
                                        "select count(e) from RecordedEvent e where e.caseFile.student = :child and"
                                                + " e.recordedAt >= :since",
                                        Long.class)
                                .setParameter("child", each.student())
                                .setParameter("since", each.movement().recordedAt())
                                .getSingleResult()
                        > 0)
                .map(each -> each.student().id())
                .collect(Collectors.toSet());
    }

    /** States in which a child may go on. */
    static final Set<StudentState> ON_ROLL = EnumSet.of(
            StudentState.ENROLLED,
            StudentState.AT_RISK,
            StudentState.RETURNED,
            StudentState.SUSPENDED,
            StudentState.DROPPED_OUT);
}
