package org.guixue.shelving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.archive.ArchivalNumber;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * The lists for the shelf. A paper is on the lists of the office that issued it and of those above it: there its original
 * belongs; a box is on those of the office whose box it is. Each list is of one year of issue, read through its index.
 */
@ApplicationScoped
@Transactional
public class ShelfLists {
    private static final String PAPER =
            "select i.id, i.archivalNumber, i.serial, i.issuedOn, u.name, i.title, s.name," + " i.pages, i.state";
    private static final String PAPERS = " from Instrument i left join i.student s join i.issuer u";
    private static final String LISTED =
            " where i.serialYear = :year and i.issuerPath like :within and i.state in :states"
                    + " and (:form = '' or i.form = :form)"
                    + " and not exists (select p.box from PaperPlace p where p.instrument = i.id)";

    private final EntityManager database;

    @Inject
    public ShelfLists(EntityManager database) {
        this.database = database;
    }

    /** @param child empty where it is about no child */
    public record Paper(
            long id,
            ArchivalNumber number,
            String serial,
            LocalDate issuedOn,
            String issuer,
            String title,
            String child,
            int pages,
            InstrumentState state) {
        static Paper of(Object[] row) {
            return new Paper(
                    (Long) row[0],
                    ArchivalNumber.parse((String) row[1]),
                    (String) row[2],
                    (LocalDate) row[3],
                    (String) row[4],
                    (String) row[5],
                    text(row[6]),
                    (Integer) row[7],
                    (InstrumentState) row[8]);
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : (String) value;
        }
    }

    /** @param papers how many of that year and form lie in it */
    public record Box(long office, String officeName, String box, String shelf, long papers) {}

    /** @param unseen how many more lie in it that the caller may not see */
    public record Contents(Office office, String box, String shelf, List<Paper> papers, long unseen) {}

    /**
     * The oldest first.
     *
     * @param form empty for all
     */
    public List<Paper> papers(Scope scope, OnShelf which, int year, String form, int first, int most) {
        return listed(
                        database.createQuery(
                                PAPER + PAPERS + LISTED + " order by i.issuedOn, i.archivalNumber", Object[].class),
                        scope,
                        which,
                        year,
                        form)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultStream()
                .map(Paper::of)
                .toList();
    }

    public long count(Scope scope, OnShelf which, int year, String form) {
        return listed(
                        database.createQuery("select count(i) from Instrument i" + LISTED, Long.class),
                        scope,
                        which,
                        year,
                        form)
                .getSingleResult();
    }

    private static <T> TypedQuery<T> listed(TypedQuery<T> query, Scope scope, OnShelf which, int year, String form) {
        return query.setParameter("year", year)
                .setParameter("within", scope.path() + "%")
                .setParameter("states", which.states())
                .setParameter("form", form);
    }

    /** The boxes with papers of that year, by office and number: 2 before 10. */
    public List<Box> boxes(Scope scope, int year, String form) {
        String papers = form.isEmpty() ? "" : ", Instrument i";
        String ofForm = form.isEmpty() ? "" : " and i.id = p.instrument and i.form = :form";
        TypedQuery<Object[]> query = database.createQuery(
                        "select u.id, u.name, p.box, min(p.shelf), count(p.box) from PaperPlace p join p.office u"
                                + papers
                                + " where p.issuedYear = :year and u.path like :within" + ofForm
                                + " group by u.id, u.name, p.box",
                        Object[].class)
                .setParameter("year", year)
                .setParameter("within", scope.path() + "%");
        if (!form.isEmpty()) {
            query.setParameter("form", form);
        }
        return query.getResultStream()
                .map(row -> new Box((Long) row[0], (String) row[1], (String) row[2], (String) row[3], (Long) row[4]))
                .sorted(Comparator.comparing(Box::officeName)
                        .thenComparing(box -> box.box().length())
                        .thenComparing(Box::box))
                .toList();
    }

    /** What lies in that box of that office, in the order of the archival numbers; empty where there is no such box. */
    public Optional<Contents> box(Scope scope, long office, String box) {
        Optional<Office> found =
                Optional.ofNullable(database.find(Office.class, office)).filter(each -> scope.includes(each.path()));
        List<PaperPlace> places = database.createQuery(
                        "select p from PaperPlace p where p.office.id = :office and p.box = :box", PaperPlace.class)
                .setParameter("office", office)
                .setParameter("box", box)
                .getResultList();
        if (found.isEmpty() || places.isEmpty()) {
            return Optional.empty();
        }
        List<Paper> papers = database.createQuery(
                        PAPER + PAPERS + " left join i.office o, PaperPlace p where p.instrument = i.id"
                                + " and p.office.id = :office and p.box = :box and " + Instruments.VISIBLE,
                        Object[].class)
                .setParameter("office", office)
                .setParameter("box", box)
                .setParameter("within", scope.path() + "%")
                .getResultStream()
                .map(Paper::of)
                .sorted(Comparator.comparing(Paper::number))
                .toList();
        return Optional.of(
                new Contents(found.get(), box, places.get(0).shelf(), papers, places.size() - papers.size()));
    }

    /** The first year of which there is a paper. */
    public Optional<Integer> firstYear() {
        return Optional.ofNullable(database.createQuery("select min(i.serialYear) from Instrument i", Integer.class)
                .getSingleResult());
    }
}
