/**
 * The life of an instrument from its number on: frozen values, archive, index, reading, voiding.
 *
 * <p>May know: {@code instrument.photo}, {@code casefile}, {@code rendering}, {@code signing},
 * {@code catalogue}.
 */
@NullMarked
package org.guixue.instrument;

import org.jspecify.annotations.NullMarked;
