/**
 * Papers for many: a job of many single issuings, which goes on after a break and makes nothing twice.
 *
 * <p>May know: {@code sheet}, {@code delivery}.
 */
@NullMarked
package org.guixue.batch;

import org.jspecify.annotations.NullMarked;
