/**
 * What the database remembers of the archive, for all rooms that lay records there: heads of registers, counters of 档号,
 * and whether both agree.
 *
 * <p>May know: {@code archive}.
 */
@NullMarked
package org.guixue.catalogue;

import org.jspecify.annotations.NullMarked;
