/**
 * The tree of offices (province, city, county bureau, township, school), whose jurisdiction and whose seal; and what waits in it.
 *
 * <p>May know: {@code form}, {@code rendering}, {@code signing}, {@code search}, {@code page}, {@code workbook}.
 */
@NullMarked
package org.guixue.office;

import org.jspecify.annotations.NullMarked;
