/**
 * The chained trail of who did what, to whom, when: writing it in the words of the house, and holding its chain. Open to
 * every room above.
 *
 * <p>May know: {@code access}, {@code identity}, {@code store}.
 */
@NullMarked
package org.guixue.audit;

import org.jspecify.annotations.NullMarked;
