/**
 * Who asks, as what, and which part of the office tree it sees.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.access;

import org.jspecify.annotations.NullMarked;
