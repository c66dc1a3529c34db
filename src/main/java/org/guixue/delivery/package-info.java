/**
 * 送达 of one paper: who received what when, by whose hand, and whether a period runs from then.
 *
 * <p>May know: {@code instrument}.
 */
@NullMarked
package org.guixue.delivery;

import org.jspecify.annotations.NullMarked;
