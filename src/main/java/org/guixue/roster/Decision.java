package org.guixue.roster;

/**
 * What somebody says of a row that may be a child on the roster: of the same name, birth date and school, or of the same
 * number and another name. Under the same number nobody can be {@link #ANOTHER_CHILD}.
 */
public enum Decision {
    SAME_CHILD,
    ANOTHER_CHILD,
    PASS_OVER
}
