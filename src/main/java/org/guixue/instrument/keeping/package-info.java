/**
 * How the archive and the trail are kept, shown to bureau and inspector: who did what, on which child, and whether the chain
 * holds.
 *
 * <p>May know: all that {@code instrument} may know.
 */
@NullMarked
package org.guixue.instrument.keeping;

import org.jspecify.annotations.NullMarked;
