/** Dossiers of papers that were really sealed and archived. */
@NullMarked
package org.guixue.dossier;

import org.jspecify.annotations.NullMarked;
