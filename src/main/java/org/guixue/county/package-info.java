/**
 * The county's picture: how many children are away, where, why and since when, how they come back, and who is late.
 *
 * <p>May know: {@code deadline}.
 */
@NullMarked
package org.guixue.county;

import org.jspecify.annotations.NullMarked;
