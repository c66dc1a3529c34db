package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.guixue.identity.Mask;
import org.jspecify.annotations.Nullable;

/** The staged rows of an import, page by page. */
@ApplicationScoped
@Transactional
public class RowListing {
    private static final String ROWS =
            "select r.row_no, r.label, r.student_id, r.transfer, r.changes, r.sex, r.born_on,"
                    + " r.national_id, o.name, r.grade, r.school_class from roster_import_row r"
                    + " left join office o on o.id = r.school_id where r.import_id = ? and r.verdict = ? order by r.row_no";

    @PersistenceContext(unitName = "guixue")
    private EntityManager database;

    /**
     * A staged row.
     *
     * @param student the child on the roster that it changes, leaves, or may be
     * @param maskedId 无 where it names none
     */
    public record Line(
            int row,
            String label,
            Optional<Long> student,
            boolean transfer,
            List<Change> changes,
            String sex,
            String bornOn,
            String maskedId,
            String school,
            String schoolClass) {}

    @SuppressWarnings("unchecked")
    List<Line> page(long importId, RowVerdict verdict, int page, int size) {
        List<@Nullable Object[]> rows = database.createNativeQuery(ROWS)
                .setParameter(1, importId)
                .setParameter(2, verdict.name())
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        return rows.stream().map(RowListing::line).toList();
    }

    private static Line line(@Nullable Object[] row) {
        String id = text(row[7]);
        return new Line(
                row[0] instanceof Number number ? number.intValue() : 0,
                text(row[1]),
                row[2] instanceof Number student ? Optional.of(student.longValue()) : Optional.empty(),
                Boolean.TRUE.equals(row[3]),
                Change.parse(text(row[4])),
                text(row[5]),
                text(row[6]),
                id.isEmpty() ? "无" : Mask.of(id),
                text(row[8]),
                (text(row[9]) + " " + text(row[10])).strip());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
