package org.guixue.office;

/** The levels of the office tree. */
public enum OfficeKind {
    PROVINCE,
    CITY,
    COUNTY_BUREAU,
    TOWNSHIP,
    SCHOOL
}
