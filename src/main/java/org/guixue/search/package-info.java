/**
 * The Lucene index of the archive's records: names, pinyin, papers, facets, always within a scope.
 *
 * <p>May know: {@code archive}, {@code identity}, {@code office}.
 */
@NullMarked
package org.guixue.search;

import org.jspecify.annotations.NullMarked;
