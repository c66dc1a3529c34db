/**
 * Keys and certificates of offices, sealing (PAdES) and the checking of a signature.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.signing;

import org.jspecify.annotations.NullMarked;
