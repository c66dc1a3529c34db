/**
 * Values and a template become PDF/A pages: fonts, line breaking, seal drawing, QR codes, pictures of pages.
 *
 * <p>May know: {@code form}.
 */
@NullMarked
package org.guixue.rendering;

import org.jspecify.annotations.NullMarked;
