package org.guixue.watch;

import java.util.Arrays;
import java.util.Optional;

/** What was done with a child that is watched. */
public enum NoteKind {
    TALK("谈心"),
    VISIT("家访"),
    CHECK("检查"),
    CALL("电话");

    private final String label;

    NoteKind(String label) {
        this.label = label;
    }

    public static Optional<NoteKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(text) || kind.label.equals(text))
                .findFirst();
    }

    public String label() {
        return label;
    }

    /** Whether it counts as having looked after the child in that group: the unstable are checked (检查报告), others talked to or visited. */
    boolean countsFor(WatchGroup group) {
        return group == WatchGroup.UNSTABLE ? this == CHECK : this == TALK || this == VISIT;
    }
}
