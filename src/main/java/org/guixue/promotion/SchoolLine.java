package org.guixue.promotion;

import java.util.Optional;

/**
 * A school in the list of all: how far it is and what its children would do, or did.
 *
 * @param promotion empty where nobody has begun
 */
public record SchoolLine(SchoolPlan plan, Optional<Promotion> promotion) {
    public PromotionState state() {
        return promotion.map(Promotion::state).orElse(PromotionState.PREPARING);
    }

    public String note() {
        return promotion.map(Promotion::note).orElse("");
    }

    public long school() {
        return plan.school().id();
    }

    /** Whether it could be ordered now but for the day. */
    public boolean isReady() {
        return state() == PromotionState.PREPARING
                && plan.undecided() == 0
                && !plan.moving().isEmpty();
    }

    /** What stands in the way, or what was done, in words. */
    public String words() {
        if (state() == PromotionState.DONE) {
            return "已办理%d名".formatted(promotion.map(Promotion::children).orElse(0));
        }
        if (state() == PromotionState.ORDERED) {
            return "正在办理";
        }
        if (plan.undecided() > 0) {
            return "%d名去向待定".formatted(plan.undecided());
        }
        return plan.moving().isEmpty() ? "没有要升级的学生" : "可以办理";
    }

    public String tone() {
        if (state() != PromotionState.PREPARING) {
            return state().tone();
        }
        return plan.undecided() > 0 ? "late" : isReady() ? "soon" : "usual";
    }
}
