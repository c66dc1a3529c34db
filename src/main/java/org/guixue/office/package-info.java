/**
 * The tree of offices (province, city, county bureau, township, school), whose jurisdiction and whose seal, and the values
 * {@link org.guixue.access.Scope} and {@link org.guixue.access.Caller}.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.office;

import org.jspecify.annotations.NullMarked;
