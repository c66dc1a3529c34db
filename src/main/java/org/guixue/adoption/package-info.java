/**
 * A county's own jurisdiction, made on a page: which forms, ledgers and rules it adopts, under which titles and words.
 *
 * <p>May know: {@code office}, {@code account}.
 */
@NullMarked
package org.guixue.adoption;

import org.jspecify.annotations.NullMarked;
