/** Benchmarks against peers: the same paper, the same machine, the same run. */
@NullMarked
package org.guixue.bench;

import org.jspecify.annotations.NullMarked;
