/**
 * A child's case: why it is away from school and each persuasion to return.
 *
 * <p>May know: {@code evidence}.
 */
@NullMarked
package org.guixue.casefile;

import org.jspecify.annotations.NullMarked;
