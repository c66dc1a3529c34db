/**
 * What happened to a child, event by event, and what follows from it on a day, as it was known at a moment.
 *
 * <p>May know: {@code calendar}.
 */
@NullMarked
package org.guixue.casefile.history;

import org.jspecify.annotations.NullMarked;
