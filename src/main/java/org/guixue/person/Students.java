package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.access.Scope;
import org.guixue.office.Office;
import org.guixue.office.ReasonsToKeep;
import org.guixue.store.Identifiers;

/** The children on the roster. Every reading passes a {@link Scope}. */
@ApplicationScoped
@Transactional
public class Students implements ReasonsToKeep {
    /** So many of one name are looked at; beyond it a name tells nobody apart. */
    public static final int MOST_NAMESAKES = 500;

    /** The condition, with s for the student and :within for the scope's path prefix, that makes a child visible. */
    public static final String VISIBLE =
            "(s.townshipPath like :within or s.schoolPath like :within or s.carePath like :within)";

    private static final int CHUNK = 500;

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Students(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    Student add(Student student) {
        student.identify(identifiers.next("student"));
        database.persist(student);
        database.flush();
        return student;
    }

    /** Writes what was changed, so that a clash shows here and versions are counted. */
    void settle() {
        database.flush();
    }

    /** Lets one at a time decide something about the child, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Student child) {
        database.lock(child, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The office that leads the child's case sees the child, wherever it lives and learns. Part of the open transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void entrust(Student child, Optional<Office> office) {
        child.careOf(office);
    }

    /** Those of the ids that the scope includes, with guardians and categories, in a few queries for all. */
    public List<Student> among(Collection<Long> ids, Scope scope) {
        List<Long> all = List.copyOf(ids);
        List<Student> found = new ArrayList<>();
        for (int first = 0; first < all.size(); first += CHUNK) {
            found.addAll(
                    database.createQuery("select s from Student s where s.id in :ids and " + VISIBLE, Student.class)
                            .setParameter("ids", all.subList(first, Math.min(first + CHUNK, all.size())))
                            .setParameter("within", scope.path() + "%")
                            .setHint("eclipselink.batch.type", "IN")
                            .setHint("eclipselink.batch", "s.guardians")
                            .setHint("eclipselink.batch", "s.categories")
                            .getResultList());
        }
        return found;
    }

    /** The child, where the scope includes it. */
    public Optional<Student> find(long id, Scope scope) {
        return find(id).filter(student -> student.visibleIn(scope));
    }

    /** For the house itself: indexing. */
    public Optional<Student> find(long id) {
        return Optional.ofNullable(database.find(Student.class, id));
    }

    /** For the house itself: indexing many, in a query for some hundred. */
    public List<Student> all(Collection<Long> ids) {
        List<Long> distinct = ids.stream().distinct().toList();
        List<Student> found = new ArrayList<>();
        for (int first = 0; first < distinct.size(); first += CHUNK) {
            found.addAll(database.createQuery("select s from Student s where s.id in :ids", Student.class)
                    .setParameter("ids", distinct.subList(first, Math.min(first + CHUNK, distinct.size())))
                    .getResultList());
        }
        return found;
    }

    /** Those of the ids that the scope includes, in the order of the ids. */
    public List<Student> list(List<Long> ids, Scope scope) {
        Map<Long, Student> found =
                among(ids, scope).stream().collect(Collectors.toMap(Student::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those of that name whom the scope includes; a few. */
    public List<Student> named(String name, Scope scope) {
        return database.createQuery("select s from Student s where s.name = :name and " + VISIBLE, Student.class)
                .setParameter("name", name)
                .setParameter("within", scope.path() + "%")
                .setMaxResults(MOST_NAMESAKES)
                .getResultList();
    }

    /** For the house itself: all on the roll of a school, whatever their state. */
    List<Student> onRollOf(Office school) {
        return database.createQuery("select s from Student s where s.school = :school order by s.id", Student.class)
                .setParameter("school", school)
                .getResultList();
    }

    /** What stands against closing or deleting an office: children on its roster, or in its care. */
    @Override
    public Optional<String> reasonToKeep(long office, boolean forGood) {
        long children = database.createQuery(
                        "select count(s) from Student s where s.school.id = :office or s.township.id = :office",
                        Long.class)
                .setParameter("office", office)
                .getSingleResult();
        return children > 0
                ? Optional.of("名册上还有%d名学生属于它，请先转到别的单位；学校并入别校的，请指明承接的学校".formatted(children))
                : Optional.empty();
    }

    public long count(Scope scope) {
        return database.createQuery("select count(s) from Student s where " + VISIBLE, Long.class)
                .setParameter("within", scope.path() + "%")
                .getSingleResult();
    }

    public long count(Scope scope, StudentState state) {
        return database.createQuery("select count(s) from Student s where s.state = :state and " + VISIBLE, Long.class)
                .setParameter("within", scope.path() + "%")
                .setParameter("state", state)
                .getSingleResult();
    }
}
