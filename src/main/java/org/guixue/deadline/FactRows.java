package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.deadline.due.IssuedPaper;
import org.guixue.delivery.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the rules look at, for all cases in a few queries: cases that go on, papers about their children, and the offices'
 * own papers of the last months. Nothing of it grows with the archive.
 */
@ApplicationScoped
@Transactional
public class FactRows {
    private static final int CHUNK = 500;
    private static final int SIXTEEN = 16;
    private static final String PAPER =
            "select i.id, i.form, s.id, c.id, o.id, i.issuer.id, i.term, i.issuedOn, i.issuedAt, i.voidedAt"
                    + " from Instrument i left join i.student s left join i.caseFile c left join i.office o"
                    + " where i.issuedAt is not null and i.form in :forms and ";
    private static final String PAPER_OF_CHILD = PAPER + "s.id in :students";
    private static final String PAPER_OF_OFFICE = PAPER + "i.issuedOn >= :since";

    private final EntityManager database;

    @Inject
    public FactRows(EntityManager database) {
        this.database = database;
    }

    /** Every case in which something may still be due. */
    List<Case> going(LocalDate today) {
        return asked("1 = 1", today).getResultList();
    }

    /** Those of these children. */
    List<Case> goingOf(Collection<Long> students, LocalDate today) {
        List<Case> found = new ArrayList<>();
        for (List<Long> some : chunks(students)) {
            found.addAll(asked("s.id in :students", today)
                    .setParameter("students", some)
                    .getResultList());
        }
        return found;
    }

    /** Those that have ended, but went on until that day or longer. */
    List<Case> endedSince(LocalDate day) {
        return database.createQuery(
                        "select c from Case c join fetch c.student where c.state in :ended and exists (select e.id from"
                                + " RecordedEvent e where e.caseFile = c and e.happenedOn >= :day)",
                        Case.class)
                .setParameter("ended", EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF))
                .setParameter("day", day)
                .getResultList();
    }

    /** One that was struck off as placed in a vocational school is followed up until the child is sixteen. */
    private TypedQuery<Case> asked(String which, LocalDate today) {
        return database.createQuery(
                        "select c from Case c join fetch c.student s where (c.state not in :ended or (c.state = :struck"
                                + " and s.bornOn > :young and exists (select e.id from RecordedEvent e"
                                + " where e.caseFile = c and e.kind = :placed))) and " + which,
                        Case.class)
                .setParameter("ended", EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF))
                .setParameter("struck", CaseState.STRUCK_OFF)
                .setParameter("placed", EventKind.VOCATIONAL)
                .setParameter("young", today.minusYears(SIXTEEN));
    }

    /** Sealed papers of these forms about these children, void ones too. */
    List<IssuedPaper> papersOf(Collection<Long> students, Set<String> forms) {
        List<IssuedPaper> found = new ArrayList<>();
        for (List<Long> some : forms.isEmpty() ? List.<List<Long>>of() : chunks(students)) {
            database.createQuery(PAPER_OF_CHILD, Object[].class)
                    .setParameter("forms", forms)
                    .setParameter("students", some)
                    .getResultList()
                    .forEach(row -> found.add(paper(row)));
        }
        return found;
    }

    /** What was delivered of papers about these children, and what could not be, oldest first. */
    List<Handed> deliveriesTo(Collection<Long> students) {
        List<Handed> found = new ArrayList<>();
        for (List<Long> some : chunks(students)) {
            database.createQuery(
                            "select s.id, i.id, d.deliveredOn, d.outcome, d.recordedAt from Delivery d join d.instrument i"
                                    + " join i.student s where s.id in :students order by d.deliveredOn, d.id",
                            Object[].class)
                    .setParameter("students", some)
                    .getResultList()
                    .forEach(row -> found.add(new Handed(
                            (Long) row[0],
                            (Long) row[1],
                            (LocalDate) row[2],
                            row[3] != DeliveryOutcome.FAILED,
                            (Instant) row[4])));
        }
        return found;
    }

    /** One delivery, or a try. */
    record Handed(long student, long paper, LocalDate on, boolean effective, Instant recordedAt) {}

    /** Sealed papers of these forms that an office answers its own duties with. */
    List<IssuedPaper> papersOfOffices(Set<String> forms, LocalDate since) {
        return forms.isEmpty()
                ? List.of()
                : database
                        .createQuery(PAPER_OF_OFFICE, Object[].class)
                        .setParameter("forms", forms)
                        .setParameter("since", since)
                        .getResultList()
                        .stream()
                        .map(FactRows::paper)
                        .toList();
    }

    /** Which children these instruments are about, and whether one of them is of these forms. */
    List<Object[]> subjectsOf(Collection<Long> instruments) {
        List<Object[]> found = new ArrayList<>();
        for (List<Long> some : chunks(instruments)) {
            found.addAll(database.createQuery(
                            "select s.id, i.form from Instrument i left join i.student s where i.id in :ids",
                            Object[].class)
                    .setParameter("ids", some)
                    .getResultList());
        }
        return found;
    }

    private static List<List<Long>> chunks(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        List<List<Long>> chunks = new ArrayList<>();
        for (int first = 0; first < all.size(); first += CHUNK) {
            chunks.add(all.subList(first, Math.min(first + CHUNK, all.size())));
        }
        return chunks;
    }

    private static IssuedPaper paper(Object[] row) {
        return new IssuedPaper(
                (Long) row[0],
                (String) row[1],
                id(row[2]),
                id(row[3]),
                id(row[4]),
                (Long) row[5],
                row[6] == null ? "" : (String) row[6],
                (LocalDate) row[7],
                (Instant) row[8],
                Optional.ofNullable((Instant) row[9]),
                Optional.empty());
    }

    private static OptionalLong id(@Nullable Object value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(((Number) value).longValue());
    }
}
