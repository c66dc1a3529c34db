/**
 * Children and their guardians: names, papers, school, addresses, categories, movements; the lists and pages of them.
 *
 * <p>May know: {@code office}, {@code search}.
 */
@NullMarked
package org.guixue.person;

import org.jspecify.annotations.NullMarked;
