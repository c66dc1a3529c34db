package org.guixue.reconciliation;

import java.util.Arrays;
import org.guixue.ValuesRefused;

/** Which side of a difference is right. */
public enum Taken {
    HERE("以本系统为准"),
    THERE("以对方为准"),
    /** To be found out. */
    ENQUIRE("待查");

    private final String label;

    Taken(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Taken of(String typed) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new ValuesRefused("take", "应是HERE（以本系统为准）、THERE（以对方为准）或ENQUIRE（待查）之一"));
    }
}
