/**
 * Offices, accounts, seals and the calendar, the state of the archive, and reading the trail.
 *
 * <p>May know: {@code account}, {@code roster}, {@code sheet}, {@code verifying}, {@code yearbook}, {@code calendar},
 * {@code upkeep}.
 */
@NullMarked
package org.guixue.admin;

import org.jspecify.annotations.NullMarked;
