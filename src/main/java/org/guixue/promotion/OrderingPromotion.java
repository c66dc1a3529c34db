package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.calendar.ChineseDays;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.VisibleText;
import org.guixue.office.Office;
import org.guixue.store.Transactions;

/**
 * Orders a school's turn of the year as somebody has looked through it: from 1 September of that year on, once, with nothing left
 * to decide, and only where the roll is still as it was seen. {@link CarryingOutPromotion} writes it.
 */
@ApplicationScoped
public class OrderingPromotion {
    private static final int LONGEST_BASIS = 200;

    private final Transactions transactions;
    private final Planning planning;
    private final Promotions promotions;
    private final HouseTrail trail;
    private final Clock clock;

    @Inject
    public OrderingPromotion(
            Transactions transactions, Planning planning, Promotions promotions, HouseTrail trail, Clock clock) {
        this.transactions = transactions;
        this.planning = planning;
        this.promotions = promotions;
        this.trail = trail;
        this.clock = clock;
    }

    /** From when to when that year's turn may be carried out; in words where not today. */
    public Optional<String> notToday(SchoolYear year) {
        LocalDate today = LocalDate.now(clock);
        if (today.isBefore(year.from())) {
            return Optional.of("%s学年的升级从%s起才能办理，现在可以核对和标注".formatted(year, ChineseDays.of(year.from())));
        }
        return today.isAfter(year.until()) ? Optional.of("%s学年已经过去，不能再办理升级".formatted(year)) : Optional.empty();
    }

    /** A school, and the {@link SchoolPlan#digest} of what was looked through of it. */
    public record SeenPlan(long school, String digest) {}

    /** A school whose turn was not ordered, and why. */
    public record NotOrdered(long school, String message) {}

    /** @param ids of the ordered acts */
    public record OrderedTurns(List<Long> ids, List<NotOrdered> refused) {}

    /** Of many schools; what stands in one's way holds up no other. */
    public OrderedTurns order(Caller caller, SchoolYear year, String basis, List<SeenPlan> seen) {
        expectOrderable(caller, year, basis);
        List<Long> ids = new ArrayList<>();
        List<NotOrdered> refused = new ArrayList<>();
        for (SeenPlan each : seen) {
            try {
                ids.add(order(caller, each.school(), year, basis, each.digest()));
            } catch (Refused e) {
                refused.add(new NotOrdered(each.school(), sentence(e)));
            }
        }
        return new OrderedTurns(List.copyOf(ids), List.copyOf(refused));
    }

    private static String sentence(Refused refusal) {
        return refusal instanceof ValuesRefused values
                ? values.violations().get(0).message()
                : String.valueOf(refusal.getMessage());
    }

    /**
     * The id of the ordered act.
     *
     * @param seen the {@link SchoolPlan#digest} of what was looked through
     * @param basis what it rests on, such as 校务会议纪要
     */
    public long order(Caller caller, long school, SchoolYear year, String basis, String seen) {
        expectOrderable(caller, year, basis);
        return transactions.run(() -> orderOnce(caller, planning.school(caller, school), year, basis.strip(), seen));
    }

    private void expectOrderable(Caller caller, SchoolYear year, String basis) {
        ChoosingSteps.refuseReaders(caller);
        if (basis.isBlank()) {
            throw new ValuesRefused("basis", "请写明依据，如“2026年8月28日校务会议”");
        }
        VisibleText.lineRefusal(basis, LONGEST_BASIS).ifPresent(message -> {
            throw new ValuesRefused("basis", message);
        });
        notToday(year).ifPresent(why -> {
            throw new Conflict(why);
        });
    }

    private long orderOnce(Caller caller, Office school, SchoolYear year, String basis, String seen) {
        Promotion promotion = promotions.held(caller, school, year);
        if (promotion.state() != PromotionState.PREPARING) {
            throw new Conflict("“%s”%s学年升级%s，不能再办一次"
                    .formatted(school.name(), year, promotion.state().label()));
        }
        SchoolPlan plan = planning.plan(school, year);
        if (plan.undecided() > 0) {
            throw new Conflict("“%s”还有%d名学生去向待定，请先逐名标注".formatted(school.name(), plan.undecided()));
        }
        if (plan.moving().isEmpty()) {
            throw new Conflict("“%s”没有需要升级的学生：名册上的年级已经是%s学年的，或者都标注为不动".formatted(school.name(), year));
        }
        if (!plan.digest().equals(seen)) {
            throw new Conflict("您核对以后“%s”的名册或标注有变动，还没有办理；请重新核对后再办".formatted(school.name()));
        }
        promotion.order(caller, seen, basis, clock.instant());
        trail.administered(
                caller,
                "office",
                school.id(),
                "promotion ordered",
                basis,
                java.util.Map.of(),
                java.util.Map.of(
                        "year", year.toString(), "children", plan.moving().size()));
        return promotion.id();
    }
}
