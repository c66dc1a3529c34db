package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.VisibleText;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.RollTurn;
import org.guixue.person.Student;
import org.guixue.store.Transactions;

/**
 * Takes a school's turn of the year back, as one correcting act: each child has a movement that corrects the first, from the same
 * day, so that it is as if it had never gone on. Whom something else has happened to since stays as it is and is named.
 */
@ApplicationScoped
public class WithdrawingPromotion {
    private static final int LONGEST_REASON = 200;
    private static final int NAMED = 20;

    private final Transactions transactions;
    private final Planning planning;
    private final Promotions promotions;
    private final RollTurn turning;
    private final HouseTrail trail;

    @Inject
    public WithdrawingPromotion(
            Transactions transactions, Planning planning, Promotions promotions, RollTurn turning, HouseTrail trail) {
        this.transactions = transactions;
        this.planning = planning;
        this.promotions = promotions;
        this.turning = turning;
        this.trail = trail;
    }

    /**
     * What was taken back.
     *
     * @param kept the children that stay where they are, because something happened to them since
     */
    public record Withdrawn(int children, List<Student> kept) {
        public Withdrawn {
            kept = List.copyOf(kept);
        }
    }

    /**
     * All of it, or with {@code others} all but those to whom something else has happened since.
     *
     * @throws Conflict naming those where there are some and {@code others} is not set
     */
    public Withdrawn withdraw(Caller caller, long school, SchoolYear year, String reason, boolean others) {
        ChoosingSteps.refuseReaders(caller);
        expectReason(reason);
        return transactions.run(
                () -> withdrawOnce(caller, planning.school(caller, school), year, reason.strip(), others));
    }

    /** @throws ValuesRefused where it says too little or too much */
    static void expectReason(String reason) {
        if (reason.isBlank()) {
            throw new ValuesRefused("reason", "请写明为什么收回");
        }
        VisibleText.lineRefusal(reason, LONGEST_REASON).ifPresent(message -> {
            throw new ValuesRefused("reason", message);
        });
    }

    private Withdrawn withdrawOnce(Caller caller, Office school, SchoolYear year, String reason, boolean others) {
        Promotion known = promotions
                .find(school.id(), year)
                .orElseThrow(() -> new Conflict("“%s”%s学年没有办理过升级，没有可收回的".formatted(school.name(), year)));
        Promotion promotion = promotions.held(known.id());
        if (promotion.state() != PromotionState.DONE) {
            throw new Conflict("“%s”%s学年升级%s，没有可收回的"
                    .formatted(school.name(), year, promotion.state().label()));
        }
        List<PromotedChild> all = promotions.holding(promotion);
        RollTurn.Since since = since(all);
        Set<Long> moved = new HashSet<>(since.moved());
        moved.addAll(promotions.inCasesSince(
                all.stream().filter(each -> each.step() == YearStep.LEAVES).toList()));
        List<Student> kept = all.stream()
                .map(PromotedChild::student)
                .filter(child -> moved.contains(child.id()))
                .toList();
        if (!kept.isEmpty() && !others) {
            throw new Conflict(
                    "%d名学生在升级以后又有变动，不能收回：%s；可以只收回其余%d名".formatted(kept.size(), names(kept), all.size() - kept.size()));
        }
        List<PromotedChild> free = all.stream()
                .filter(each -> !moved.contains(each.student().id()))
                .toList();
        undo(caller, promotion, free, since.lastOn(), reason);
        promotion.backToPreparing("%s收回：%s".formatted(caller.displayName(), reason)
                + (kept.isEmpty() ? "" : "；未收回的%d名：%s".formatted(kept.size(), names(kept))));
        promotions.settle();
        trail.administered(
                caller,
                "office",
                school.id(),
                "promotion withdrawn",
                reason,
                Map.of(),
                Map.of("year", year.toString(), "children", free.size(), "kept", kept.size()));
        return new Withdrawn(free.size(), kept);
    }

    private RollTurn.Since since(List<PromotedChild> all) {
        return turning.since(
                all.stream().collect(Collectors.toMap(each -> each.student().id(), PromotedChild::movement)));
    }

    private void undo(
            Caller caller, Promotion promotion, List<PromotedChild> free, Map<Long, LocalDate> lastOn, String reason) {
        List<RollTurn.Turn> turns = new ArrayList<>();
        for (PromotedChild each : free) {
            turns.add(new RollTurn.Turn(
                    each.student(),
                    MovementKind.CORRECTION,
                    each.movement().from(),
                    lastOn.getOrDefault(each.student().id(), each.movement().on())));
        }
        List<Movement> corrections = turning.turn(
                caller,
                turns,
                "收回%s学年升级：%s".formatted(promotion.year(), reason),
                "收回%s学年升级".formatted(promotion.year()));
        for (int at = 0; at < free.size(); at++) {
            free.get(at).undo(corrections.get(at));
        }
    }

    private static String names(List<Student> children) {
        String some = children.stream().limit(NAMED).map(Student::name).collect(Collectors.joining("、"));
        return children.size() > NAMED ? some + "等" : some;
    }
}
