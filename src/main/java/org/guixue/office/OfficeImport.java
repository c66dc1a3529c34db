package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.guixue.TooLarge;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.store.Transactions;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;

/**
 * Takes offices in from a workbook: all or nothing, in one transaction, under the rules of the page for one office
 * ({@link Establishment}). A preview is the import itself, rolled back, so that it cannot promise what the import would not do.
 * Offices are told by their codes; a blank cell erases nothing; no office moves, closes or goes.
 */
@ApplicationScoped
public class OfficeImport {
    public static final int MOST_ROWS = 2000;

    private final Transactions transactions;
    private final Offices offices;
    private final Establishment establishment;
    private final OfficeChecks checks;
    private final ListingTrail trail;
    private final Event<OfficesNamed> named;

    /** Takes back all that was written, and says what it would have been. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ImportPlan<PlannedOffice> plan;

        NotKept(ImportPlan<PlannedOffice> plan) {
            super("not kept", null, false, false);
            this.plan = plan;
        }
    }

    @Inject
    public OfficeImport(
            Transactions transactions,
            Offices offices,
            Establishment establishment,
            OfficeChecks checks,
            ListingTrail trail,
            Event<OfficesNamed> named) {
        this.transactions = transactions;
        this.offices = offices;
        this.establishment = establishment;
        this.checks = checks;
        this.trail = trail;
        this.named = named;
    }

    /**
     * What the table would do; nothing is kept.
     *
     * @param jurisdictions ids by id and by name
     * @throws TooLarge for more than {@value #MOST_ROWS} rows
     */
    public ImportPlan<PlannedOffice> preview(Caller caller, Table table, Map<String, String> jurisdictions) {
        List<OfficeRow> rows = rows(caller, table, jurisdictions);
        return taken(() -> {
            throw new NotKept(run(caller, rows).plan(table));
        });
    }

    /**
     * Carries it out, where that does exactly what was seen before; else nothing is kept and the plan says what it would do now.
     *
     * @param seen digest of the plan that was seen
     */
    public ImportPlan<PlannedOffice> confirm(
            Caller caller, Table table, Map<String, String> jurisdictions, String seen) {
        List<OfficeRow> rows = rows(caller, table, jurisdictions);
        return taken(() -> confirmOnce(caller, rows, table, seen));
    }

    private ImportPlan<PlannedOffice> confirmOnce(Caller caller, List<OfficeRow> rows, Table table, String seen) {
        OfficeRun run = run(caller, rows);
        ImportPlan<PlannedOffice> plan = run.plan(table);
        if (!plan.isReady() || !plan.digest().equals(seen)) {
            throw new NotKept(plan);
        }
        trail.imported(
                caller,
                "单位",
                Map.of(
                        "added", plan.of(PlannedVerdict.ADDED).size(),
                        "changed", plan.of(PlannedVerdict.CHANGED).size(),
                        "unchanged", plan.of(PlannedVerdict.UNCHANGED).size()));
        named.fire(new OfficesNamed(run.named()));
        return plan;
    }

    private ImportPlan<PlannedOffice> taken(Supplier<ImportPlan<PlannedOffice>> work) {
        try {
            return transactions.runApart(work);
        } catch (NotKept e) {
            return e.plan;
        }
    }

    private static List<OfficeRow> rows(Caller caller, Table table, Map<String, String> jurisdictions) {
        caller.expectBureau("管理单位");
        List<OfficeRow> rows = new ArrayList<>();
        for (Rows entries = table.rows(); entries.hasNext(); ) {
            rows.add(new OfficeRow(entries.next(), jurisdictions));
            if (rows.size() > MOST_ROWS) {
                throw new TooLarge("一次最多导入" + MOST_ROWS + "个单位，请分成几个文件。");
            }
        }
        return rows;
    }

    private OfficeRun run(Caller caller, List<OfficeRow> rows) {
        offices.hold(caller.office());
        OfficeRun run = new OfficeRun(caller, establishment, checks, offices.within(caller.scope()));
        run.take(rows);
        return run;
    }
}
