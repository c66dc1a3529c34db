package org.guixue.search;

import java.io.IOException;

/** Takes what a question finds, stride after stride, all from one state of the index. */
@FunctionalInterface
public interface Walk<T> {
    void take(T found) throws IOException;
}
