package org.guixue.access;

/** What an account may do; where it may do it is its {@link Scope}. */
public enum Role {
    /** 学校经办人: fills and issues the papers of one school. */
    CLERK("学校经办"),
    /** 乡镇经办人: one township. */
    TOWNSHIP("乡镇经办"),
    /** 督导: reads a county or city, searches, samples, exports; changes nothing. */
    INSPECTOR("督导"),
    /** 教育局: issues orders, manages offices and accounts of a county, or of a city. */
    BUREAU("教育局");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What somebody with this role is called who also approves the use of the seal (用印审批). */
    public String approverLabel() {
        return switch (this) {
            case CLERK -> "学校审批";
            case TOWNSHIP -> "乡镇审批";
            case INSPECTOR, BUREAU -> label;
        };
    }

    /** Whether somebody with this role may work for an office of that kind. */
    public boolean fits(OfficeKind kind) {
        return switch (this) {
            case CLERK -> kind == OfficeKind.SCHOOL;
            case TOWNSHIP -> kind == OfficeKind.TOWNSHIP;
            case INSPECTOR ->
                kind == OfficeKind.COUNTY_BUREAU || kind == OfficeKind.CITY || kind == OfficeKind.PROVINCE;
            case BUREAU -> kind == OfficeKind.COUNTY_BUREAU || kind == OfficeKind.CITY;
        };
    }
}
