package org.guixue.roster;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.guixue.identity.Mask;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** The staged rows of an import, page by page. */
@ApplicationScoped
@Transactional
public class RowListing {
    private static final String ROWS =
            "select row_no, label, student_id, transfer, changes, child from roster_import_row"
                    + " where import_id = ? and verdict = ? order by row_no";

    @PersistenceContext(unitName = "guixue")
    private EntityManager database;

    @Inject
    private Offices offices;

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
        return rows.stream().map(this::line).toList();
    }

    private Line line(@Nullable Object[] row) {
        String staged = text(row[5]);
        JsonNode child = StudentColumns.read(staged.isEmpty() ? "{}" : staged);
        String id = text(child, "national_id");
        String school = offices.find(child.path("school_id").asLong(0))
                .map(Office::name)
                .orElse("");
        return new Line(
                row[0] instanceof Number number ? number.intValue() : 0,
                text(row[1]),
                row[2] instanceof Number student ? Optional.of(student.longValue()) : Optional.empty(),
                Boolean.TRUE.equals(row[3]),
                Change.parse(text(row[4])),
                text(child, "sex"),
                text(child, "born_on"),
                id.isEmpty() ? "无" : Mask.of(id),
                school,
                (text(child, "grade") + " " + text(child, "school_class")).strip());
    }

    private static String text(JsonNode child, String column) {
        return child.path(column).isNull() ? "" : child.path(column).asText();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
