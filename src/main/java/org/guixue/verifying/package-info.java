/**
 * Whether a file, or the code on a paper, is one of ours; public.
 *
 * <p>May know: {@code instrument}.
 */
@NullMarked
package org.guixue.verifying;

import org.jspecify.annotations.NullMarked;
