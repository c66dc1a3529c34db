package org.guixue.shelving;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guixue.instrument.InstrumentState;

/** Which papers a list shows. */
public enum OnShelf {
    /** 还在外面: sealed, neither void nor come back nor in a box. */
    OUT("还在外面"),
    /** 待入盒: come back and in no box. */
    WAITING("待入盒"),
    /** 已入盒, by box. */
    BOXES("盒");

    private final String label;

    OnShelf(String label) {
        this.label = label;
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
        return switch (this) {
            case OUT -> List.of(InstrumentState.ISSUED, InstrumentState.DELIVERED);
            case WAITING -> List.of(InstrumentState.RETURNED);
            case BOXES -> List.of();
        };
    }
}
