/**
 * The turn of the school year: which class goes where, which child otherwise, and the one act by which a school's children go
 * on, leave or finish; who of them has not arrived at the next school.
 *
 * <p>May know: {@code casefile}.
 */
@NullMarked
package org.guixue.promotion;

import org.jspecify.annotations.NullMarked;
