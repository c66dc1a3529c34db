package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Letterhead;
import org.guixue.office.Office;
import org.guixue.person.Standing;
import org.guixue.store.Transactions;
import org.guixue.workbook.Listing;
import org.guixue.workbook.SheetColumn;

/** Who goes where at a school, child by child, as .xlsx: as it is planned, or as it was done. */
@ApplicationScoped
public class TurnWorkbook {
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("姓名", 12),
            SheetColumn.text("状态", 10),
            SheetColumn.text("原年级", 10),
            SheetColumn.text("原班级", 14),
            SheetColumn.text("办理", 10),
            SheetColumn.text("学校", 24),
            SheetColumn.text("新年级", 10),
            SheetColumn.text("新班级", 14),
            SheetColumn.text("说明", 50));

    private final Transactions transactions;
    private final Overview overview;
    private final Promotions promotions;
    private final Letterhead letterhead;
    private final ListingTrail trail;

    @Inject
    public TurnWorkbook(
            Transactions transactions,
            Overview overview,
            Promotions promotions,
            Letterhead letterhead,
            ListingTrail trail) {
        this.transactions = transactions;
        this.overview = overview;
        this.promotions = promotions;
        this.letterhead = letterhead;
        this.trail = trail;
    }

    public Listing of(Caller caller, Office school, SchoolYear year) {
        SchoolLine line = overview.of(school, year);
        boolean done = line.state() == PromotionState.DONE;
        List<Object[]> rows = done ? done(line.promotion().orElseThrow()) : planned(line.plan());
        String title = done ? "升级结果表" : "升级核对表";
        trail.exportedListing(caller, title, Map.of("学年", year.toString(), "学校", school.name()), rows.size(), "");
        return new Listing(
                title,
                letterhead.of(caller),
                COLUMNS,
                out -> write(rows, out),
                List.of(
                        "%s，%s学年，%s起。".formatted(school.name(), year, year.from()),
                        done ? "依据：" + line.promotion().map(Promotion::basis).orElse("") : "这是核对用的，还没有办理。",
                        "导出已记入审计。"));
    }

    private static void write(List<Object[]> rows, Listing.Rows out) throws IOException {
        for (Object[] row : rows) {
            out.add(row);
        }
    }

    private static List<Object[]> planned(SchoolPlan plan) {
        return plan.steps().stream().map(TurnWorkbook::planned).toList();
    }

    private static Object[] planned(PlannedStep step) {
        boolean open = !step.undecided().isEmpty();
        return new Object[] {
            step.child().name(),
            step.child().state().label(),
            step.child().grade(),
            step.child().schoolClass(),
            open ? "待定" : step.step().label(),
            step.toSchool().map(Office::name).orElse(step.step() == YearStep.LEAVES ? "未定" : "本校"),
            step.toGrade(),
            step.toClass(),
            open ? step.undecided() : String.join("；", step.notes())
        };
    }

    private List<Object[]> done(Promotion promotion) {
        return transactions.run(() ->
                promotions.holding(promotion).stream().map(TurnWorkbook::done).toList());
    }

    private static Object[] done(PromotedChild each) {
        Standing from = each.movement().from();
        Standing to = each.movement().to();
        Optional<Office> other =
                to.school().filter(school -> !from.school().map(Office::id).equals(Optional.of(school.id())));
        return new Object[] {
            each.student().name(),
            to.state().label(),
            from.grade(),
            from.schoolClass(),
            each.step().label(),
            other.map(Office::name).orElse(to.school().isPresent() ? "本校" : "未定"),
            to.grade(),
            to.schoolClass(),
            ""
        };
    }
}
