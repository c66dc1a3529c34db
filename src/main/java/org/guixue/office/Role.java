package org.guixue.office;

/** What an account may do; where it may do it is its {@link Scope}. */
public enum Role {
    /** 学校经办人: fills and issues the papers of one school. */
    CLERK,
    /** 乡镇经办人: one township. */
    TOWNSHIP,
    /** 督导: reads a county or city, searches, samples, exports; changes nothing. */
    INSPECTOR,
    /** 教育局: issues orders, manages offices and accounts of a county. */
    BUREAU
}
