/** How the house opens and closes. */
@NullMarked
package org.guixue.house;

import org.jspecify.annotations.NullMarked;
