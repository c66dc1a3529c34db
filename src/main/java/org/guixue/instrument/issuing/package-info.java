/**
 * From checked values to a sealed record in the archive: check, reserve, seal, confirm.
 *
 * <p>May know: {@code instrument}.
 */
@NullMarked
package org.guixue.instrument.issuing;

import org.jspecify.annotations.NullMarked;
