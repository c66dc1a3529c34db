/**
 * The children and their guardians: names, papers, school, addresses, categories.
 *
 * <p>May know: {@code identity}, {@code office}.
 */
@NullMarked
package org.guixue.person;

import org.jspecify.annotations.NullMarked;
