/**
 * A child's case: what happened, event by event, who may record it, what has to hold before, each persuasion to return.
 *
 * <p>May know: {@code casefile.history}, {@code casefile.gate}, {@code evidence}, {@code yearbook}.
 */
@NullMarked
package org.guixue.casefile;

import org.jspecify.annotations.NullMarked;
