/**
 * Reads the pictures that people send: tones and colours as meant, whole or not at all, in bounded memory.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.instrument.photo;

import org.jspecify.annotations.NullMarked;
