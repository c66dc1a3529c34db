/**
 * What is due, by whom and since when late: the rules of each county held against its calendar and its cases.
 *
 * <p>May know: {@code deadline.due}, {@code yearbook}, {@code delivery}, {@code sheet}.
 */
@NullMarked
package org.guixue.deadline;

import org.jspecify.annotations.NullMarked;
