package org.guixue.access;

import java.util.Arrays;
import java.util.List;

/** The levels of the office tree, and which stands below which. */
public enum OfficeKind {
    PROVINCE("省级教育部门"),
    CITY("市级教育部门"),
    COUNTY_BUREAU("县级教育局"),
    TOWNSHIP("乡镇（街道）"),
    SCHOOL("学校");

    private final String label;

    OfficeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether an office of this kind may stand directly below one of that kind; a school also below a bureau or a city. */
    public boolean mayStandBelow(OfficeKind parent) {
        return switch (this) {
            case PROVINCE -> false;
            case CITY -> parent == PROVINCE;
            case COUNTY_BUREAU -> parent == CITY;
            case TOWNSHIP -> parent == COUNTY_BUREAU;
            case SCHOOL -> parent == TOWNSHIP || parent == COUNTY_BUREAU || parent == CITY;
        };
    }

    /** The kinds that may stand directly below this one. */
    public List<OfficeKind> below() {
        return Arrays.stream(values()).filter(kind -> kind.mayStandBelow(this)).toList();
    }
}
