/**
 * Records on disk: accession into bags, registers, daily heads, fixity.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.archive;

import org.jspecify.annotations.NullMarked;
