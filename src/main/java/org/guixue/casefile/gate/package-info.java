/**
 * What has to hold before something may happen in a case: the conditions of the sources, each with what is missing.
 *
 * <p>May know: {@code casefile.history}, {@code calendar}, {@code form}, {@code identity}.
 */
@NullMarked
package org.guixue.casefile.gate;

import org.jspecify.annotations.NullMarked;
