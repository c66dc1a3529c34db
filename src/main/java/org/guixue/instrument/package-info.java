/**
 * Instruments from draft to sealed record: prefilling, serial numbers, issuing, verifying.
 *
 * <p>May know: all but {@code batch}, {@code dossier} and {@code ledger}.
 */
@NullMarked
package org.guixue.instrument;

import org.jspecify.annotations.NullMarked;
