/**
 * Counting days as the law counts them: periods, working days, terms, school years, reporting periods.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.calendar;

import org.jspecify.annotations.NullMarked;
