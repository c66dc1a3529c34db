package org.guixue.aid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.evidence.Evidences;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AidGivingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 20);

    private final RegistryDesk desk = REGISTRY.desk();
    private final Aids aids = new Aids(desk.entities, desk.identifiers);
    private final AidGiving giving = new AidGiving(
            desk.transactions,
            aids,
            desk.students,
            new Evidences(desk.entities, desk.identifiers),
            desk.childTrail,
            desk.clock);
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);

    private long enrolled() {
        return desk.roster
                .enter(clerk, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
    }

    private static AidDetails of(String amount, LocalDate on, String term) {
        return new AidDetails("寄宿生生活补助", new BigDecimal(amount), on, term, "", "");
    }

    private AidBook book(long child) {
        return new AidBook(desk.read(() -> aids.of(child, clerk.scope())));
    }

    private String fields(long child, AidDetails details) {
        return assertThrows(ValuesRefused.class, () -> giving.record(clerk, child, details)).violations().stream()
                .map(Violation::field)
                .collect(Collectors.joining(" "));
    }

    @Test
    void addsUpByTerm() {
        long child = enrolled();
        giving.record(clerk, child, of("500", LocalDate.of(2026, 4, 10), "2026-spring"));
        giving.record(clerk, child, of("625", OCTOBER, "2026-autumn"));
        giving.record(clerk, child, of("312.50", OCTOBER, "2026-autumn"));
        assertEquals(
                List.of("2026年秋季学期 937.50", "2026年春季学期 500.00"),
                book(child).terms().stream()
                        .map(sum -> sum.words() + " " + sum.amount())
                        .toList());
        assertEquals(new BigDecimal("1437.50"), book(child).total());
    }

    @Test
    void whatWasWrongIsTakenBackOnceAndNothingIsLost() {
        long child = enrolled();
        Aid aid = giving.record(clerk, child, of("6250", OCTOBER, "2026-autumn"));
        Aid counter = giving.takeBack(clerk, child, aid.id(), "多写一个零");
        giving.record(clerk, child, of("625", OCTOBER, "2026-autumn"));
        assertEquals(0, new BigDecimal("625").compareTo(book(child).total()));
        assertEquals(3, book(child).all().size());
        assertThrows(Conflict.class, () -> giving.takeBack(clerk, child, aid.id(), "再冲"));
        assertThrows(Conflict.class, () -> giving.takeBack(clerk, child, counter.id(), "再冲"));
        assertThrows(ValuesRefused.class, () -> giving.takeBack(clerk, child, aid.id(), " "));
        long other = enrolled();
        assertThrows(NotFound.class, () -> giving.takeBack(clerk, other, aid.id(), "不是他的"));
    }

    @Test
    void refusesAnAmountThatIsNoneAndADayToCome() {
        long child = enrolled();
        assertEquals("amount", fields(child, of("0", OCTOBER, "2026-autumn")));
        assertEquals("amount", fields(child, of("-5", OCTOBER, "2026-autumn")));
        assertEquals("amount", fields(child, of("1.005", OCTOBER, "2026-autumn")));
        assertEquals("amount", fields(child, of("1000000.01", OCTOBER, "2026-autumn")));
        assertEquals("on", fields(child, of("1", Registry.TODAY.plusDays(1), "2026-autumn")));
        assertEquals("term", fields(child, of("1", OCTOBER, "去年")));
        assertEquals(
                "kind evidence",
                fields(child, new AidDetails(" ", BigDecimal.ONE, OCTOBER, "2026-autumn", "../x", "")));
        assertEquals(List.of(), book(child).all());
    }

    @Test
    void aReceiptIsAKeptFileOfTheChildByItsIdOrItsArchivalNumber() {
        long child = enrolled();
        long receipt = REGISTRY.proof(child, REGISTRY.eastSchool, true);
        String number = REGISTRY.text("select archival_number from evidence where id = " + receipt);
        for (String named : List.of(Long.toString(receipt), number)) {
            AidDetails details = new AidDetails("助学金", BigDecimal.TEN, OCTOBER, "2026-autumn", named, "");
            assertEquals(named, giving.record(clerk, child, details).evidence());
        }
        long another = REGISTRY.proof(enrolled(), REGISTRY.eastSchool, true);
        long onItsWay = REGISTRY.proof(child, REGISTRY.eastSchool, false);
        for (String named : List.of("999999999", "x-1", Long.toString(another), Long.toString(onItsWay))) {
            AidDetails details = new AidDetails("助学金", BigDecimal.TEN, OCTOBER, "2026-autumn", named, "");
            ValuesRefused refused = assertThrows(ValuesRefused.class, () -> giving.record(clerk, child, details));
            assertEquals("evidence", refused.violations().get(0).field());
            assertTrue(refused.violations().get(0).message().contains(named));
        }
    }

    @Test
    void anInspectorAndAnotherSchoolRecordNothing() {
        long child = enrolled();
        Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
        Caller stranger = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        assertThrows(Forbidden.class, () -> giving.record(inspector, child, of("1", OCTOBER, "2026-autumn")));
        assertThrows(NotFound.class, () -> giving.record(stranger, child, of("1", OCTOBER, "2026-autumn")));
    }
}
