/**
 * An invented county to try things in: offices, accounts, children, cases and papers. Nothing in it is anybody's.
 *
 * <p>May know: all.
 */
@NullMarked
package org.guixue.demo;

import org.jspecify.annotations.NullMarked;
