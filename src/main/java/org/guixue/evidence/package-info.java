/**
 * Proofs as they were handed in: kept byte for byte as archive records of class 证据, found again, shown with care.
 *
 * <p>May know: {@code person}, {@code catalogue}, {@code instrument.photo}.
 */
@NullMarked
package org.guixue.evidence;

import org.jspecify.annotations.NullMarked;
