/**
 * 资助: what a child was given, term by term.
 *
 * <p>May know: {@code person}, {@code evidence}, {@code calendar}.
 */
@NullMarked
package org.guixue.aid;

import org.jspecify.annotations.NullMarked;
