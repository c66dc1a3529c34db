/**
 * What is due: a pure function of rules, calendar, facts, a day and the moment by which the facts were known.
 *
 * <p>May know: {@code form}, {@code calendar}, {@code access}, {@code casefile.history}.
 */
@NullMarked
package org.guixue.deadline.due;

import org.jspecify.annotations.NullMarked;
