package org.guixue.ledger;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.guixue.casefile.Case;
import org.guixue.form.FormId;
import org.guixue.form.Ledger;
import org.guixue.form.SheetFacts;
import org.guixue.house.Workshop;

/**
 * What a ledger of a county with 100,000 children and 3,000 cases costs: its rows, its workbook and its sealed paper, beside a plain
 * SQL query over the same rows in the same run; and the agreement (人账相符) of that county. CPU of the measuring thread; reported, not asserted.
 */
public final class LedgerBench {
    private static final int CASES = Integer.getInteger("cases", 3_000);
    private static final int CHILDREN = Integer.getInteger("children", 100_000);
    private static final long STEP = 10_000_000;
    private static final FormId FIGURES = FormId.parse("shifan/own-figures");

    private final Workshop workshop = new Workshop();
    private final LedgerTable at;

    private LedgerBench() throws Exception {
        workshop.beforeEach(null);
        at = new LedgerTable(workshop);
        Case first = at.away(at.school);
        at.persuade(first, at.school);
        fill(first);
        at.bench.entities.clear();
    }

    /** Copies of one child's rows under other ids: the first so many with its case, the others without. */
    private void fill(Case first) {
        long child = first.student().id();
        long caseId = first.id();
        for (int i = 1; i < CASES; i = Math.min(CASES, i * 2)) {
            int more = Math.min(i, CASES - i);
            long gap = i * STEP;
            copyChild(child, more, gap);
            copy("case_file", "id", caseId, more, gap, Map.of("student_id", "student_id + " + gap));
            copy("case_event", "case_id", caseId, more, gap, Map.of("id", "id + " + gap));
            copy("persuasion", "case_id", caseId, more, gap, Map.of("id", "id + " + gap));
        }
        long plain = at.bench.child(at.school).id();
        for (int i = 1; i < CHILDREN - CASES; i = Math.min(CHILDREN - CASES, i * 2)) {
            int more = Math.min(i, CHILDREN - CASES - i);
            long gap = i * STEP;
            copyChild(plain, more, gap);
        }
    }

    private void copyChild(long child, int more, long gap) {
        copy(
                "student",
                "id",
                child,
                more,
                gap,
                Map.of("national_id", "cast(null as varchar(18))", "student_number", "cast(null as varchar(19))"));
        copy("student_guardian", "student_id", child, more, gap, Map.of());
    }

    /** All rows whose key was copied so far, and that of the first, once more with their key moved by a gap. */
    private void copy(String table, String key, long first, int most, long gap, Map<String, String> other) {
        @SuppressWarnings("unchecked")
        List<String> columns = at.bench
                .entities
                .createNativeQuery(
                        "select lower(c.columnname) from sys.syscolumns c join sys.systables t on c.referenceid ="
                                + " t.tableid where t.tablename = '" + table.toUpperCase(Locale.ROOT) + "'")
                .getResultList();
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column, column));
        values.put(key, key + " + " + gap);
        values.putAll(other);
        String from = "%s = %d or mod(%s, 10000000) = %d and %s > 10000000".formatted(key, first, key, first, key);
        at.workshop
                .county()
                .database()
                .execute("insert into %s (%s) select %s from %s where (%s) order by %s fetch first %d rows only"
                        .formatted(
                                table,
                                String.join(", ", values.keySet()),
                                String.join(", ", values.values()),
                                table,
                                from,
                                key,
                                most * (table.equals("case_event") ? 2 : 1)));
    }

    private static double millis(int times, Callable<?> work) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            if (work.call() == null) {
                throw new IllegalStateException("nothing came of it");
            }
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / times;
    }

    private ReadLedger read(FormId id) {
        at.bench.entities.clear();
        return at.reading.onRecord(at.ledger(id), at.township, at.month());
    }

    private byte[] workbook(ReadLedger read) throws Exception {
        Ledger ledger = read.ledger();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LedgerWorkbook(
                        ledger,
                        workshop.county().forms().sheet(ledger.paper()),
                        LedgerValues.of(read, "林晓芳", workshop.today()),
                        SheetFacts.draft("示范县教育局", workshop.today()))
                .writeTo(out);
        return out.toByteArray();
    }

    private Object plain() {
        at.bench.entities.clear();
        return at.bench
                .entities
                .createNativeQuery(
                        "select s.name, s.sex, s.national_id, s.grade, c.opened_on, c.reason, (select count(*) from"
                                + " persuasion p where p.case_id = c.id) from case_file c join student s on s.id = c.student_id"
                                + " where s.school_path like '" + at.township.path() + "%' order by s.name")
                .getResultList();
    }

    /** What the school, and the township above it, submit beside its register. */
    private void submitOthers() {
        at.bench.entities.clear();
        at.submit(LedgerTable.REGISTER, at.township);
        for (FormId id : List.of(FIGURES, FormId.parse("national/monthly-ledger"))) {
            at.submit(id, at.school);
            at.submit(id, at.township);
        }
    }

    private Object agree() {
        at.bench.entities.clear();
        return at.agreeing.findings(
                at.clerk(workshop.county().bureau()),
                at.desk.reported(workshop.county().bureau(), at.month()));
    }

    /** @param args how many times each is measured */
    public static void main(String[] args) throws Exception {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        LedgerBench bench = new LedgerBench();
        ReadLedger first = bench.read(FormId.parse("shifan/own-register"));
        System.out.printf("%,d rows; CPU in ms%n", first.content().count());
        bench.plain();
        System.out.printf("plain SQL, same rows    %10.1f%n", millis(times, bench::plain));
        System.out.printf(
                "rows of cases           %10.1f%n",
                millis(times, () -> bench.read(FormId.parse("shifan/own-register"))));
        System.out.printf("figures of all children %10.1f%n", millis(times, () -> bench.read(FIGURES)));
        System.out.printf("workbook                %10.1f%n", millis(times, () -> bench.workbook(first)));
        System.out.printf(
                "sealed paper            %10.1f%n",
                millis(1, () -> bench.at.submit(FormId.parse("shifan/own-register"), bench.at.school)));
        bench.submitOthers();
        bench.agree();
        System.out.printf("agreement of the county %10.1f%n", millis(times, bench::agree));
    }
}
