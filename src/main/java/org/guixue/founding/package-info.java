/**
 * Leads a bureau from an empty house to its first sealed notice: which steps there are, which are done, what comes next.
 *
 * <p>May know: {@code adoption}, {@code account}, {@code roster}, {@code sheet}, {@code yearbook}, {@code calendar}.
 */
@NullMarked
package org.guixue.founding;

import org.jspecify.annotations.NullMarked;
