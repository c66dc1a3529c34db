/** The rules that hold the house together, checked on the compiled classes. */
@NullMarked
package org.guixue.architecture;

import org.jspecify.annotations.NullMarked;
