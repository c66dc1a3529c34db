/**
 * Reads <code>forms/</code>: what each instrument is, which fields it has, what it looks like on paper and on screen, and whether
 * values fit it.
 *
 * <p>May know: {@code identity}, {@code calendar}, {@code access}.
 */
@NullMarked
package org.guixue.form;

import org.jspecify.annotations.NullMarked;
