/**
 * The Lucene index of the archive's records and of children: names, pinyin, papers, facets, always within a scope.
 *
 * <p>May know: {@code access}, {@code identity}, {@code archive}.
 */
@NullMarked
package org.guixue.search;

import org.jspecify.annotations.NullMarked;
