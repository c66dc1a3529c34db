package org.guixue.house;

import java.util.Optional;
import org.guixue.Unavailable;

/** Something that rooms share and that is there from its opening on. Safe for use by many threads. */
final class Handle<T> {
    private volatile Optional<T> opened = Optional.empty();

    void open(T thing) {
        opened = Optional.of(thing);
    }

    Optional<T> opened() {
        return opened;
    }

    /** @throws Unavailable while it is not open yet */
    T get() {
        return opened.orElseThrow(() -> new Unavailable("系统正在启动，请稍候再试"));
    }
}
