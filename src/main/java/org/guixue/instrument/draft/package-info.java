/**
 * What a clerk has typed so far: drafts, their pictures, and what the records already know of them.
 *
 * <p>May know: all that {@code instrument} may know.
 */
@NullMarked
package org.guixue.instrument.draft;

import org.jspecify.annotations.NullMarked;
