/**
 * What all pages share: layout, errors, security headers, messages.
 *
 * <p>May know: {@code office}, {@code workbook}.
 */
@NullMarked
package org.guixue.page;

import org.jspecify.annotations.NullMarked;
