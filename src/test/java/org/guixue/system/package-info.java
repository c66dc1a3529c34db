/** The house in the real server, over HTTP and in a browser; one deployment for all. */
@NullMarked
package org.guixue.system;

import org.jspecify.annotations.NullMarked;
