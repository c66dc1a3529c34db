/** Tests of the rules of the office tree. */
@NullMarked
package org.guixue.office;

import org.jspecify.annotations.NullMarked;
