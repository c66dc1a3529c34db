/** Accounts and sign-in, without a server. */
@NullMarked
package org.guixue.account;

import org.jspecify.annotations.NullMarked;
