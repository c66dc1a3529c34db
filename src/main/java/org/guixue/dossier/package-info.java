/**
 * A child's papers bound as one PDF and as a package to take away.
 *
 * <p>May know: {@code sheet}.
 */
@NullMarked
package org.guixue.dossier;

import org.jspecify.annotations.NullMarked;
