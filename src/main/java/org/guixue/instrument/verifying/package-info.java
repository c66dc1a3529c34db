/**
 * Whether a file, or the code on a paper, is one of ours; public.
 *
 * <p>May know: all that {@code instrument} may know.
 */
@NullMarked
package org.guixue.instrument.verifying;

import org.jspecify.annotations.NullMarked;
