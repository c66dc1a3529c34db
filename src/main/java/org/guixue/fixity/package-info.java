/**
 * Reads the archive and the trail again, slowly and by itself, remembers how far it has come and what does not fit, until it
 * fits again.
 *
 * <p>May know: {@code access}, {@code archive}, {@code audit}, {@code catalogue}, {@code store}.
 */
@NullMarked
package org.guixue.fixity;

import org.jspecify.annotations.NullMarked;
