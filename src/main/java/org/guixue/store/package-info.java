/**
 * What all who write share: transactions that are repeated on contention, ids, gapless counters, the outbox, converters.
 * Every room may know it.
 *
 * <p>May know: nobody.
 */
@NullMarked
package org.guixue.store;

import org.jspecify.annotations.NullMarked;
