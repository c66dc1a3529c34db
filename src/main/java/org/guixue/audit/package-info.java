/**
 * The chained trail of who did what, to whom, when. Every room may know it.
 *
 * <p>May know: {@code store}.
 */
@NullMarked
package org.guixue.audit;

import org.jspecify.annotations.NullMarked;
