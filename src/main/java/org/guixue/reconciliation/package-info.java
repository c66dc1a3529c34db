/**
 * Our roll against other registers: a list is compared with the children in the office's scope, each difference is settled,
 * and only that changes the roll; the settled comparison is issued.
 *
 * <p>May know: {@code roster}, {@code casefile}, {@code instrument.issuing}, {@code ledger}.
 */
@NullMarked
package org.guixue.reconciliation;

import org.jspecify.annotations.NullMarked;
