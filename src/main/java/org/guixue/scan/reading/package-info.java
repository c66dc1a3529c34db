/**
 * Reads piles of scanned and photographed sheets: one page at a time, its codes, upright and straight.
 *
 * <p>May know: {@code instrument.photo}, {@code rendering}.
 */
@NullMarked
package org.guixue.scan.reading;

import org.jspecify.annotations.NullMarked;
