/**
 * Who answers for which office, village, grade, class or child in a school year (双线四包), and who has signed for it.
 *
 * <p>May know: {@code person}, {@code calendar}.
 */
@NullMarked
package org.guixue.duty;

import org.jspecify.annotations.NullMarked;
