package org.guixue.shelving;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guixue.instrument.InstrumentState;

/** Which papers a list shows. */
public enum OnShelf {
    /** 还在外面: sealed, neither void nor come back nor in a box. */
    OUT("还在外面", InstrumentState.ISSUED, InstrumentState.DELIVERED),
    /** 待入盒: come back and in no box. */
    WAITING("待入盒", InstrumentState.RETURNED),
    /** 已入盒, by box. */
    BOXES("盒");

    private final String label;
    private final List<InstrumentState> states;

    OnShelf(String label, InstrumentState... states) {
        this.label = label;
        this.states = List.of(states);
    }

    /** By its name in addresses. */
    static Optional<OnShelf> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    List<InstrumentState> states() {
        return states;
    }
}
