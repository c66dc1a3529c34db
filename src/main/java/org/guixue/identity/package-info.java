/**
 * Who somebody is, as papers write it: names, numbers and what masks them, and the one reading of what people type.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.identity;

import org.jspecify.annotations.NullMarked;
