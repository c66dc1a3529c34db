/**
 * From a filled sheet to a sealed record in the archive: check, reserve, seal, confirm; and what the house does every second.
 *
 * <p>May know: all that {@code instrument} may know, and {@code instrument.draft}.
 */
@NullMarked
package org.guixue.instrument.issuing;

import org.jspecify.annotations.NullMarked;
