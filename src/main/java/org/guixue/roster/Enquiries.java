package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.office.ReasonsToKeep;
import org.guixue.person.Student;
import org.guixue.store.Identifiers;

/** Enquiries about children on another office's roster, and how many each account has set off today. */
@ApplicationScoped
@Transactional
public class Enquiries implements ReasonsToKeep {
    private static final int MOST = 200;

    private final EntityManager database;
    private final Identifiers identifiers;

    @Inject
    public Enquiries(EntityManager database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    /** Those that wait for an answer and whose both sides lie in the scope, oldest first; some hundred at most. */
    public List<DuplicateEnquiry> open(Scope scope) {
        return database.createQuery(
                        "select e from DuplicateEnquiry e join e.student s where e.state = :open"
                                + " and e.office.path like :within"
                                + " and (s.townshipPath like :within or s.schoolPath like :within) order by e.askedAt, e.id",
                        DuplicateEnquiry.class)
                .setParameter("open", EnquiryState.OPEN)
                .setParameter("within", scope.path() + "%")
                .setMaxResults(MOST)
                .getResultList();
    }

    /** What offices of the scope have asked, newest first. */
    public List<DuplicateEnquiry> askedBy(Scope scope, int most) {
        return database.createQuery(
                        "select e from DuplicateEnquiry e where e.office.path like :within order by e.askedAt desc, e.id desc",
                        DuplicateEnquiry.class)
                .setParameter("within", scope.path() + "%")
                .setMaxResults(most)
                .getResultList();
    }

    Optional<DuplicateEnquiry> find(long id, Scope scope) {
        return Optional.ofNullable(database.find(DuplicateEnquiry.class, id))
                .filter(found ->
                        scope.includes(found.office().path()) && found.student().visibleIn(scope));
    }

    Optional<DuplicateEnquiry> open(long office, long student) {
        return database.createQuery(
                        "select e from DuplicateEnquiry e where e.office.id = :office and e.student.id = :student"
                                + " and e.state = :open",
                        DuplicateEnquiry.class)
                .setParameter("office", office)
                .setParameter("student", student)
                .setParameter("open", EnquiryState.OPEN)
                .getResultStream()
                .findFirst();
    }

    /** An office that has asked, or for which somebody has, is closed and not deleted. */
    @Override
    public Optional<String> reasonToKeep(long office, boolean forGood) {
        long asked = database.createQuery(
                        "select count(e) from DuplicateEnquiry e where e.state in :states"
                                + " and (e.office.id = :office or e.wantedSchool.id = :office)",
                        Long.class)
                .setParameter("states", forGood ? List.of(EnquiryState.values()) : List.of(EnquiryState.OPEN))
                .setParameter("office", office)
                .getSingleResult();
        return asked > 0 ? Optional.of("有%d个他校学生请求与它有关，请先处理".formatted(asked)) : Optional.empty();
    }

    void add(DuplicateEnquiry enquiry) {
        enquiry.identify(identifiers.next("duplicate_enquiry"));
        database.persist(enquiry);
    }

    Optional<Student> child(long id) {
        return Optional.ofNullable(database.find(Student.class, id));
    }

    /** How many children an account has come upon that day. */
    int probes(long account, LocalDate day) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from roster_probe where account_id = ? and probed_on = ?")
                        .setParameter(1, account)
                        .setParameter(2, java.sql.Date.valueOf(day))
                        .getSingleResult())
                .intValue();
    }

    /** Counts a child for that day, once. */
    void probe(long account, LocalDate day, long student) {
        Number known = (Number) database.createNativeQuery(
                        "select count(*) from roster_probe where account_id = ? and probed_on = ? and student_id = ?")
                .setParameter(1, account)
                .setParameter(2, java.sql.Date.valueOf(day))
                .setParameter(3, student)
                .getSingleResult();
        if (known.intValue() == 0) {
            database.createNativeQuery("insert into roster_probe (account_id, probed_on, student_id) values (?, ?, ?)")
                    .setParameter(1, account)
                    .setParameter(2, java.sql.Date.valueOf(day))
                    .setParameter(3, student)
                    .executeUpdate();
        }
    }
}
