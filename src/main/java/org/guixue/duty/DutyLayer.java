package org.guixue.duty;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;

/**
 * A layer of the responsibility map. The government line and the education line (双线, 西教〔2020〕3号); 「教育办领导包学校、校领导包年级、
 * 班主任包班、科任教师包人」 (天梯政办〔2019〕30号); 「一对一」成长关爱 (海教综〔2020〕18号).
 */
public enum DutyLayer {
    COUNTY_LEADER("县领导包乡镇", Line.GOVERNMENT, Covers.OFFICE, Role.BUREAU),
    TOWNSHIP_CADRE("乡镇干部包村", Line.GOVERNMENT, Covers.VILLAGE, Role.TOWNSHIP),
    VILLAGE_CADRE("村干部包组", Line.GOVERNMENT, Covers.VILLAGE, Role.TOWNSHIP),
    BUREAU_LEADER("教育局领导包片", Line.EDUCATION, Covers.OFFICE, Role.BUREAU),
    EDUCATION_OFFICE("教育办领导包学校", Line.EDUCATION, Covers.OFFICE, Role.TOWNSHIP),
    SCHOOL_LEADER("校领导包年级", Line.EDUCATION, Covers.GRADE, Role.CLERK),
    HEAD_TEACHER("班主任包班", Line.EDUCATION, Covers.CLASS, Role.CLERK),
    SUBJECT_TEACHER("科任教师包人", Line.EDUCATION, Covers.CHILD, Role.CLERK),
    BOND("一对一帮扶", Line.BOND, Covers.CHILD, Role.CLERK);

    /** The two lines, and what binds one person to one child. */
    public enum Line {
        GOVERNMENT("政府线"),
        EDUCATION("教育线"),
        BOND("一对一");

        private final String label;

        Line(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What somebody of a layer answers for. */
    public enum Covers {
        OFFICE,
        VILLAGE,
        GRADE,
        CLASS,
        CHILD
    }

    private final String label;
    private final Line line;
    private final Covers covers;
    private final Role lowest;

    DutyLayer(String label, Line line, Covers covers, Role lowest) {
        this.label = label;
        this.line = line;
        this.covers = covers;
        this.lowest = lowest;
    }

    /** By its name or by what it is called. */
    public static Optional<DutyLayer> of(String text) {
        return Arrays.stream(values())
                .filter(layer -> layer.name().equals(text) || layer.label.equals(text))
                .findFirst();
    }

    public String label() {
        return label;
    }

    public Line line() {
        return line;
    }

    public Covers covers() {
        return covers;
    }

    /** The kinds of office that are covered, or in which the village, grade or class lies; none for a child's. */
    List<OfficeKind> kinds() {
        return switch (this) {
            case COUNTY_LEADER, TOWNSHIP_CADRE, VILLAGE_CADRE -> List.of(OfficeKind.TOWNSHIP);
            case BUREAU_LEADER -> List.of(OfficeKind.TOWNSHIP, OfficeKind.SCHOOL);
            case EDUCATION_OFFICE, SCHOOL_LEADER, HEAD_TEACHER -> List.of(OfficeKind.SCHOOL);
            case SUBJECT_TEACHER, BOND -> List.of();
        };
    }

    /** Whether somebody with this role enters and changes it: those whom it concerns, and the offices above them. */
    public boolean isEnteredBy(Role role) {
        return switch (role) {
            case BUREAU -> true;
            case TOWNSHIP -> lowest != Role.BUREAU;
            case CLERK -> lowest == Role.CLERK;
            case INSPECTOR -> false;
        };
    }

    /** Whether a 目标责任书 is signed for it; a bond has its own paper (结对帮扶表). */
    public boolean isSigned() {
        return this != BOND;
    }

    public static List<DutyLayer> signed() {
        return Arrays.stream(values()).filter(DutyLayer::isSigned).toList();
    }
}
