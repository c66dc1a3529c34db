package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guixue.calendar.Reporting;
import org.guixue.office.Office;
import org.guixue.person.MovementKind;
import org.guixue.person.Registry;
import org.guixue.promotion.TurnDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A promotion changes no ledger of a day before it, and taken back none of a day after it. */
class PromotionLeavesDaysBeforeTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final LocalDate BEFORE = LocalDate.of(2026, 8, 31);
    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);

    private final TurnDesk turn = new TurnDesk(REGISTRY);
    private final Office school = REGISTRY.school();

    @BeforeEach
    void fill() {
        turn.child(school, "二年级", "二(1)班");
        turn.child(school, "六年级", "1班");
        turn.move(turn.child(school, "三年级", "1班"), MovementKind.SUSPENSION, "2026-04-01");
        turn.move(turn.child(school, "三年级", "1班"), MovementKind.DROPOUT, "2026-04-01");
    }

    private List<String> roll(Office office, LocalDate day) {
        Reported asked =
                new Reported(office, Reporting.of(Reporting.Kind.DAY, day), day, Instant.parse("2026-12-01T00:00:00Z"));
        return turn.desk.read(() -> new RollReading(turn.desk.entities)
                .children(asked).stream()
                        .filter(child -> child.child().enteredAt().isBefore(Instant.parse("2026-09-01T00:00:00Z")))
                        .filter(child ->
                                !child.fact("student.school").toString().isEmpty())
                        .map(child -> child.child().id() + " " + child.fact("student.state") + " "
                                + child.fact("student.gradeClass") + " " + child.fact("student.school"))
                        .sorted()
                        .toList());
    }

    @Test
    void aLedgerOfTheDayBeforeStaysAsItWas() {
        List<String> ofSchool = roll(school, BEFORE);
        List<String> ofCounty = roll(REGISTRY.bureau, BEFORE);
        turn.turn(school);
        assertEquals(ofSchool, roll(school, BEFORE));
        assertEquals(ofCounty, roll(REGISTRY.bureau, BEFORE));
        List<String> after = roll(school, FROM);
        assertEquals(3, after.size(), "the sixth grade has left");
        assertEquals(
                1,
                after.stream()
                        .filter(line -> line.contains("三年级二(1)班") || line.contains("三年级三(1)班"))
                        .count());
    }

    @Test
    void takenBackItIsAsIfItHadNeverBeen() {
        List<String> before = roll(school, FROM);
        turn.turn(school);
        turn.withdrawing.withdraw(turn.bureau, school.id(), TurnDesk.YEAR, "办错学校", false);
        assertEquals(before, roll(school, BEFORE));
        assertEquals(before, roll(school, FROM));
        assertEquals(before, roll(school, FROM.plusDays(10)));
    }
}
