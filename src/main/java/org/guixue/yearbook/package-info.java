/**
 * Terms and holidays of a year, as a county has entered them or as the State Council's notice has them.
 *
 * <p>May know: {@code office}, {@code calendar}.
 */
@NullMarked
package org.guixue.yearbook;

import org.jspecify.annotations.NullMarked;
