package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.guixue.access.OfficeKind;
import org.guixue.house.Workshop;
import org.guixue.office.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Along which offices a ledger goes up: schools of a township, one that reports to the county, levels that do not submit. */
class ReportingLineTest {
    private static final List<OfficeKind> ALL =
            List.of(OfficeKind.SCHOOL, OfficeKind.TOWNSHIP, OfficeKind.COUNTY_BUREAU);

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;
    private Office bureau;

    @BeforeEach
    void lay() {
        at = new LedgerTable(workshop);
        bureau = workshop.county().bureau();
    }

    private ReportingLine line(List<OfficeKind> levels) {
        at.bench.entities.clear();
        return new ReportingLine(at.bench.offices.all(), levels);
    }

    private static List<Long> ids(List<Office> offices) {
        return offices.stream().map(Office::id).toList();
    }

    @Test
    void aTownshipIsSubmittedToByItsSchools() {
        assertEquals(List.of(at.school.id(), at.other.id()), ids(line(ALL).below(at.township, false)));
        assertFalse(ids(line(ALL).below(bureau, false)).contains(at.school.id()));
        assertTrue(ids(line(ALL).below(bureau, false)).contains(at.township.id()));
    }

    @Test
    void aSchoolThatReportsToTheCountyPassesItsTownshipBy() {
        workshop.county()
                .database()
                .execute("update office set reports_to_id = %d where id = %d".formatted(bureau.id(), at.other.id()));
        ReportingLine line = line(ALL);
        assertEquals(List.of(at.school.id()), ids(line.below(at.township, false)));
        assertTrue(ids(line.below(bureau, false)).contains(at.other.id()));
        assertFalse(line.reaches(at.other.id(), at.township));
        assertTrue(line.reaches(at.other.id(), bureau));
    }

    @Test
    void whereATownshipDoesNotSubmitItsSchoolsSubmitToTheCounty() {
        ReportingLine line = line(List.of(OfficeKind.SCHOOL, OfficeKind.COUNTY_BUREAU));
        assertTrue(ids(line.below(bureau, false)).containsAll(List.of(at.school.id(), at.other.id())));
        assertEquals(
                Optional.of(bureau.id()), line.through(at.township.id(), bureau).map(Office::id));
    }

    @Test
    void aClosedSchoolIsAskedForNothing() {
        workshop.county().closed(at.other, true);
        assertEquals(List.of(at.school.id()), ids(line(ALL).below(at.township, false)));
        assertEquals(2, line(ALL).below(at.township, true).size());
    }
}
