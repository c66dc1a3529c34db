package org.guixue.roster;

/**
 * One field of a child that another register has otherwise.
 *
 * @param field as the table of a child's fields calls it; {@value #STATE} for the child's schooling
 * @param label of the field
 * @param here what our roll says, masked
 * @param there what the register says, masked
 * @param hindrance why theirs cannot be taken as it is; empty where it can
 * @param sensitive only for holders of the grant
 */
public record FieldDifference(
        String field, String label, String here, String there, String hindrance, boolean sensitive) {
    /** In no column of the roster: it follows from movements and the case. */
    public static final String STATE = "state";
}
