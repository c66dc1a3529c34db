/**
 * Yearly work: what is to be done at the turn of the calendar year and at that of the school year, in its season, computed from
 * what lies in the other rooms.
 *
 * <p>May know: {@code promotion}, {@code shelving}, {@code watch}.
 */
@NullMarked
package org.guixue.yearly;

import org.jspecify.annotations.NullMarked;
