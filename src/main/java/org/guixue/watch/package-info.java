/**
 * Children at risk of leaving school: in which group, since when, who looks after them, what was talked, visited and checked.
 *
 * <p>May know: {@code person}.
 */
@NullMarked
package org.guixue.watch;

import org.jspecify.annotations.NullMarked;
