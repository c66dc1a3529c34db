package org.guixue.office;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guixue.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The document that lets an office order schooling which no statute names (义务教育法 第五十八条 names the township government and the
 * county's education bureau): 办事处, 街道, 管理区, 开发区. None is the usual.
 */
@Embeddable
public class OrderPower {
    private static final int LONGEST_BASIS = 200;

    @Column(name = "order_basis")
    private String basis = "";

    @Column(name = "order_from")
    private @Nullable LocalDate fromDay;

    @Column(name = "order_until")
    private @Nullable LocalDate untilDay;

    protected OrderPower() {}

    /**
     * @param basis the document by title and number; empty for none
     * @param from its first day
     * @param until its last day; empty for no end
     */
    public OrderPower(String basis, Optional<LocalDate> from, Optional<LocalDate> until) {
        this.basis = basis;
        this.fromDay = from.orElse(null);
        this.untilDay = until.orElse(null);
    }

    public static OrderPower none() {
        return new OrderPower();
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (basis.length() > LONGEST_BASIS) {
            found.add(new Violation("orderBasis", "授权文件最多200个字，写标题和文号"));
        }
        if (basis.isEmpty() && (fromDay != null || untilDay != null)) {
            found.add(new Violation("orderBasis", "请写明授权文件的标题和文号；没有授权的，日期也留空"));
        }
        if (!basis.isEmpty() && fromDay == null) {
            found.add(new Violation("orderFrom", "请填写授权从哪一天起"));
        }
        if (fromDay != null && untilDay != null && untilDay.isBefore(fromDay)) {
            found.add(new Violation("orderUntil", "授权结束的日期早于开始的日期，请核对"));
        }
        return found;
    }

    /** Whether it was given for that day. */
    public boolean inForceOn(LocalDate day) {
        return !basis.isEmpty()
                && fromDay != null
                && !day.isBefore(fromDay)
                && (untilDay == null || !day.isAfter(untilDay));
    }

    public boolean given() {
        return !basis.isEmpty();
    }

    public String basis() {
        return basis;
    }

    public Optional<LocalDate> from() {
        return Optional.ofNullable(fromDay);
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilDay);
    }

    /** Its period as people write it; empty for none. */
    public String period() {
        return fromDay == null ? "" : fromDay + "至" + (untilDay == null ? "今" : untilDay);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderPower power
                && basis.equals(power.basis)
                && Objects.equals(fromDay, power.fromDay)
                && Objects.equals(untilDay, power.untilDay);
    }

    @Override
    public int hashCode() {
        return Objects.hash(basis, fromDay, untilDay);
    }
}
