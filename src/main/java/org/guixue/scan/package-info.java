/**
 * Piles that come back on paper: taken in, split by the codes on their sheets, filed beside the sealed originals; what cannot
 * be matched waits in a tray until somebody settles it.
 *
 * <p>May know: {@code sheet}, {@code delivery}, {@code scan.reading}.
 */
@NullMarked
package org.guixue.scan;

import org.jspecify.annotations.NullMarked;
