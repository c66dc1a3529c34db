/**
 * Filling a paper: drafts, prefilling, the sheet on screen, preview, hand-in and approval.
 *
 * <p>May know: {@code instrument.issuing}, {@code duty}.
 */
@NullMarked
package org.guixue.sheet;

import org.jspecify.annotations.NullMarked;
