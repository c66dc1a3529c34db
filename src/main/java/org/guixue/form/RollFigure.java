package org.guixue.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures of the roll and the cases that the definition of a rate may name; how each is counted is told in its label. */
public enum RollFigure {
    SCHOOL_AGE("schoolAge", "适龄儿童少年（已满6周岁、未满16周岁，不含已转出和已毕业的）"),
    SCHOOL_AGE_AT_SCHOOL("schoolAgeAtSchool", "适龄儿童少年中在校的"),
    SCHOOL_AGE_SUSPENDED("schoolAgeSuspended", "适龄儿童少年中休学的"),
    AT_SCHOOL("atSchool", "在校学生"),
    AT_SCHOOL_AT_START("atSchoolAtStart", "学年初在校学生"),
    TURNED_SUSPENDED("turnedSuspended", "学年内休学的净增人数"),
    TURNED_DROPPED_OUT("turnedDroppedOut", "学年内学籍状态变为辍学的净增人数"),
    TURNED_TRANSFERRED("turnedTransferred", "学年内转出的净增人数"),
    DROPPED_OUT_IN_YEAR("droppedOutInYear", "学年内确认辍学的学生，返校的也计入"),
    STILL_OUT_OF_YEAR("stillOutOfYear", "学年内确认辍学、到统计日仍在劝返中的学生");

    private final String key;
    private final String label;

    RollFigure(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As jurisdiction.json names it. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    static Optional<RollFigure> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(RollFigure::key).collect(Collectors.joining("、"));
    }
}
