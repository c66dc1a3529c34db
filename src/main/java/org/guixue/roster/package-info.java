/**
 * Takes a roster in from a workbook: what each row would do is staged and shown, then everything is written in one
 * transaction or nothing is. Beside it the enquiries about children whom another office has on its roster.
 *
 * <p>May know: {@code person}, {@code workbook}.
 */
@NullMarked
package org.guixue.roster;

import org.jspecify.annotations.NullMarked;
