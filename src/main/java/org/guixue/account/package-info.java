/**
 * Accounts, their roles and scope over the office tree, and sign-in.
 *
 * <p>May know: {@code office}.
 */
@NullMarked
package org.guixue.account;

import org.jspecify.annotations.NullMarked;
