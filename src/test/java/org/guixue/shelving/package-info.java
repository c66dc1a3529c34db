@NullMarked
package org.guixue.shelving;

import org.jspecify.annotations.NullMarked;
