@NullMarked
package org.guixue.scan.reading;

import org.jspecify.annotations.NullMarked;
