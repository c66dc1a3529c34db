/**
 * Offices, accounts and seals, the state of the archive, and reading the trail.
 *
 * <p>May know: {@code account}, {@code roster}, {@code sheet}, {@code verifying}.
 */
@NullMarked
package org.guixue.admin;

import org.jspecify.annotations.NullMarked;
