/**
 * A child's dossier as one PDF and as a package to take away.
 *
 * <p>May know: {@code instrument}, {@code casefile}, {@code archive}, {@code search}, {@code page}, {@code rendering} (it
 * binds the volume).
 */
@NullMarked
package org.guixue.dossier;

import org.jspecify.annotations.NullMarked;
