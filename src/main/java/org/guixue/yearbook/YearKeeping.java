package org.guixue.yearbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/** A bureau writes the holidays and terms of a year for its county; what lies under them is counted anew from then on. */
@ApplicationScoped
public class YearKeeping {
    private final Transactions transactions;
    private final YearPlans plans;
    private final Offices offices;
    private final HouseTrail trail;
    private final Clock clock;

    @Inject
    public YearKeeping(Transactions transactions, YearPlans plans, Offices offices, HouseTrail trail, Clock clock) {
        this.transactions = transactions;
        this.plans = plans;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Writes the whole year.
     *
     * @param seen the version that the caller has seen; another one is {@link Stale}. Empty to write over whatever is there
     * @throws ValuesRefused naming each row, such as {@code holidays[3].on}
     */
    public void write(Caller caller, YearDraft draft, OptionalInt seen) {
        caller.expectBureau("管理校历");
        transactions.perform(() -> writeOnce(caller, draft, seen));
    }

    private void writeOnce(Caller caller, YearDraft draft, OptionalInt seen) {
        YearChecks checks = new YearChecks(draft, caller.office(), offices.within(caller.scope()));
        List<Violation> violations = checks.violations();
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        offices.hold(caller.office());
        YearPlan plan = plans.find(caller.office(), draft.year()).orElse(null);
        if (seen.isPresent() && seen.getAsInt() != (plan == null ? 0 : plan.version())) {
            throw new Stale("您打开这一页以后别人改过%d年的校历，还没有保存您所填的；请核对后再保存一次".formatted(draft.year()));
        }
        boolean begun = plan == null;
        YearPlan written = plan == null ? plans.begin(caller.office(), draft.year()) : plan;
        written.write(checks.planned(), clock.instant());
        if (begun) {
            plans.add(written);
        } else {
            plans.flush();
        }
        trail.administered(
                caller,
                "office",
                caller.office(),
                "calendar",
                "",
                Map.of(),
                Map.of(
                        "year", draft.year(),
                        "daysOff", draft.holidays().map(List::size).orElse(0),
                        "terms", draft.terms().size()));
    }
}
