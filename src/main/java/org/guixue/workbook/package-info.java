/**
 * Reads rows out of workbooks as people send them (.xlsx, .xls, .csv) and writes the ones that the office hands out.
 *
 * <p>Everything lies in memory that {@link org.guixue.workbook.Limits} bounds: no file is touched, no macro or formula is run, no address is
 * called. Runs without a container.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.workbook;

import org.jspecify.annotations.NullMarked;
