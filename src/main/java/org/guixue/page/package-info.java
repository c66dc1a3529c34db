/**
 * What all pages share: layout, errors, security headers, uploads, JSON, messages.
 *
 * <p>May know: {@code access}, {@code workbook}.
 */
@NullMarked
package org.guixue.page;

import org.jspecify.annotations.NullMarked;
