/**
 * Where paper originals lie: which are still out, which wait for a box, and what lies in each box on which shelf.
 *
 * <p>May know: {@code scan}.
 */
@NullMarked
package org.guixue.shelving;

import org.jspecify.annotations.NullMarked;
