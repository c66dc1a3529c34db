/**
 * Print runs: sealed papers put together for the printer, in the order of the deliverers, each starting on a front side.
 *
 * <p>May know: {@code batch}.
 */
@NullMarked
package org.guixue.batch.printing;

import org.jspecify.annotations.NullMarked;
