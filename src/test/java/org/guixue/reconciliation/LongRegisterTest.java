package org.guixue.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.identity.NationalId;
import org.guixue.office.Office;
import org.guixue.person.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Long lists, and houses whose power fails in the middle. */
class LongRegisterTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final int ROWS = 5_000;
    private static final int OURS = 40;
    private static final long MOST_BYTES = 64L << 20;

    private final ReconciliationDesk desk = new ReconciliationDesk(REGISTRY.desk());
    private final Office school = REGISTRY.school();
    private final Caller clerk = REGISTRY.caller(Role.CLERK, school);

    /** Every hundredth row is a child of ours, half of them of another grade; two of ours are in no row. */
    private byte[] register(int rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String id = id(rows + i);
            if (i % (rows / OURS) == 0) {
                desk.enter(
                        clerk, REGISTRY.invent(school).named(name(i)).withId(id).withNumber(""));
            }
            boolean other = i % (rows / OURS * 2) == 0;
            lines.add("%s,%s,%s,%s".formatted(name(i), id, new NationalId(id).bornOn(), other ? "四年级" : "三年级"));
        }
        desk.enter(clerk, REGISTRY.invent(school));
        desk.enter(clerk, REGISTRY.invent(school));
        return ReconciliationDesk.list("姓名,身份证号,出生日期,年级", lines.toArray(String[]::new));
    }

    private static String name(int n) {
        return "王" + (char) ('一' + n) + "明";
    }

    private static String id(int n) {
        String born = LocalDate.of(2014, 1, 1).plusDays(n % 1000).toString().replace("-", "");
        String first17 = "360781" + born + "%03d".formatted(n / 1000);
        return first17 + NationalId.checkCharacter(first17);
    }

    private void expectWhole(long id, int rows) {
        ReconciliationView.Shown found = desk.view.summary(clerk, id);
        assertEquals(ReconciliationState.OPEN, found.it().state());
        assertEquals(rows, found.it().rowsRead());
        assertEquals(rows - OURS, found.count(FindingKind.ONLY_THERE));
        assertEquals(OURS / 2, found.count(FindingKind.DIFFERENT));
        assertEquals(OURS / 2, found.it().same());
        assertEquals(2, found.count(FindingKind.ONLY_HERE));
        assertEquals(0, found.count(FindingKind.UNDECIDED));
    }

    @Test
    void comparesFiveThousandRowsInBoundedMemory() {
        byte[] file = register(ROWS);
        long id = desk.begin(clerk, "学籍系统", file);
        long before = used();
        desk.compare(id);
        long after = used();
        assertTrue(after - before < MOST_BYTES, "%d bytes more are held afterwards".formatted(after - before));
        expectWhole(id, ROWS);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void goesOnWhereAKillHasLeftItAndCountsNothingTwice() {
        int rows = 2_000;
        long id = desk.begin(clerk, "学籍系统", register(rows));
        for (ReconciliationState left : List.of(
                ReconciliationState.READING,
                ReconciliationState.READING,
                ReconciliationState.READING,
                ReconciliationState.MATCHING,
                ReconciliationState.MATCHING)) {
            ReconciliationDesk dying = new ReconciliationDesk(REGISTRY.desk());
            dying.killAfter(1);
            assertThrows(IllegalStateException.class, () -> dying.compare(id));
            assertEquals(left, desk.view.summary(clerk, id).it().state());
        }
        new ReconciliationDesk(REGISTRY.desk()).compare(id);
        expectWhole(id, rows);
    }
}
