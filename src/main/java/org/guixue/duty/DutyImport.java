package org.guixue.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.Forbidden;
import org.guixue.TooLarge;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Offices;
import org.guixue.person.Students;
import org.guixue.store.Transactions;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;

/**
 * Takes the responsibility map of a year in from a workbook: all or nothing, under the rules of the page for one entry
 * ({@link DutyKeeping}). A blank cell erases nothing; who is not in the file stays.
 */
@ApplicationScoped
public class DutyImport {
    public static final int MOST_ROWS = 5000;

    private final Transactions transactions;
    private final Duties duties;
    private final DutyKeeping keeping;
    private final DutyPlaces places;
    private final Offices offices;
    private final Students students;
    private final ListingTrail trail;

    @Inject
    public DutyImport(
            Transactions transactions,
            Duties duties,
            DutyKeeping keeping,
            DutyPlaces places,
            Offices offices,
            Students students,
            ListingTrail trail) {
        this.transactions = transactions;
        this.duties = duties;
        this.keeping = keeping;
        this.places = places;
        this.offices = offices;
        this.students = students;
        this.trail = trail;
    }

    /**
     * What the table would do; nothing is kept.
     *
     * @throws TooLarge for more than {@value #MOST_ROWS} rows
     */
    public ImportPlan<PlannedDuty> preview(Caller caller, SchoolYear year, Table table) {
        return transactions.run(() -> plan(run(caller, year, table), table));
    }

    /**
     * Carries it out, where that does exactly what was seen before; else nothing is kept and the plan says what it would do now.
     *
     * @param seen digest of the plan that was seen
     */
    public ImportPlan<PlannedDuty> confirm(Caller caller, SchoolYear year, Table table, String seen) {
        return transactions.run(() -> {
            offices.hold(caller.office());
            DutyRun run = run(caller, year, table);
            ImportPlan<PlannedDuty> plan = plan(run, table);
            if (plan.isReady() && plan.digest().equals(seen)) {
                run.carryOut(keeping);
                trail.imported(
                        caller,
                        "包保责任",
                        Map.of(
                                "added", plan.of(PlannedVerdict.ADDED).size(),
                                "changed", plan.of(PlannedVerdict.CHANGED).size(),
                                "unchanged", plan.of(PlannedVerdict.UNCHANGED).size()));
            }
            return plan;
        });
    }

    private DutyRun run(Caller caller, SchoolYear year, Table table) {
        refuseInspector(caller);
        List<DutyRow> rows = new ArrayList<>();
        for (Rows entries = table.rows(); entries.hasNext(); ) {
            rows.add(new DutyRow(entries.next()));
            if (rows.size() > MOST_ROWS) {
                throw new TooLarge("一次最多导入" + MOST_ROWS + "行，请分成几个文件。");
            }
        }
        DutyRun run = new DutyRun(
                caller,
                year,
                new DutyRowPlaces(places, students, offices.within(caller.scope())),
                duties.of(year, List.of(), true, caller.scope(), 0, Integer.MAX_VALUE));
        run.take(rows);
        return run;
    }

    private static ImportPlan<PlannedDuty> plan(DutyRun run, Table table) {
        List<String> written = List.of("序号", "目标责任书", "签署日期");
        return new ImportPlan<>(
                run.lines(),
                table.unknownHeadings().stream()
                        .filter(title -> !written.contains(title))
                        .toList());
    }

    static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能填写责任人");
        }
    }
}
