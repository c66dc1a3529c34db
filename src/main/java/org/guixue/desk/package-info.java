/**
 * The desk and the child's page.
 *
 * <p>May know: {@code dossier}, {@code deadline}, {@code sheet}, {@code roster}, {@code aid}, {@code watch}, {@code duty},
 * {@code yearly}, {@code founding}, {@code upkeep}.
 */
@NullMarked
package org.guixue.desk;

import org.jspecify.annotations.NullMarked;
