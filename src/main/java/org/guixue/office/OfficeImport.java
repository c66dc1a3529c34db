package org.guixue.office;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.TooLarge;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.office.OfficePlan.Verdict;
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

    private final Offices offices;
    private final Establishment establishment;
    private final OfficeChecks checks;
    private final ListingTrail trail;
    private final Event<OfficesNamed> named;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    public OfficeImport(
            Offices offices,
            Establishment establishment,
            OfficeChecks checks,
            ListingTrail trail,
            Event<OfficesNamed> named) {
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
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public OfficePlan preview(Caller caller, Table table, Map<String, String> jurisdictions) {
        OfficePlan plan = run(caller, table, jurisdictions).plan(table);
        transaction.setRollbackOnly();
        return plan;
    }

    /**
     * Carries it out, where that does exactly what was seen before; else nothing is kept and the plan says what it would do now.
     *
     * @param seen digest of the plan that was seen
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public OfficePlan confirm(Caller caller, Table table, Map<String, String> jurisdictions, String seen) {
        OfficeRun run = run(caller, table, jurisdictions);
        OfficePlan plan = run.plan(table);
        if (!plan.isReady() || !plan.digest().equals(seen)) {
            transaction.setRollbackOnly();
            return plan;
        }
        trail.imported(
                caller,
                "单位",
                Map.of(
                        "added", plan.of(Verdict.ADDED).size(),
                        "changed", plan.of(Verdict.CHANGED).size(),
                        "unchanged", plan.of(Verdict.UNCHANGED).size()));
        named.fire(new OfficesNamed(run.named()));
        return plan;
    }

    private OfficeRun run(Caller caller, Table table, Map<String, String> jurisdictions) {
        caller.expectBureau("管理单位");
        offices.hold(caller.office());
        List<OfficeRow> rows = new ArrayList<>();
        for (Rows entries = table.rows(); entries.hasNext(); ) {
            rows.add(new OfficeRow(entries.next(), jurisdictions));
            if (rows.size() > MOST_ROWS) {
                throw new TooLarge("一次最多导入" + MOST_ROWS + "个单位，请分成几个文件。");
            }
        }
        OfficeRun run = new OfficeRun(caller, establishment, checks, offices.within(caller.scope()));
        run.take(rows);
        return run;
    }
}
