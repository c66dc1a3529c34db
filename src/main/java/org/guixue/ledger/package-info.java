/**
 * Ledgers and periodic reports: computed from the roll, the cases and the papers, submitted as sealed papers, added up along the
 * lines on which offices report.
 *
 * <p>May know: {@code deadline}, {@code scan}, {@code watch}, {@code aid}, {@code duty}.
 */
@NullMarked
package org.guixue.ledger;

import org.jspecify.annotations.NullMarked;
