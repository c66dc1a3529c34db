package org.guixue.house;

import java.util.function.Consumer;

/**
 * What is done in one room when the house opens, and what undoes it when the house closes.
 *
 * @param closes bears that the opening has failed or was never finished
 */
record Step<T>(Class<T> room, Consumer<T> opens, Consumer<T> closes) {
    /** A step that leaves nothing to be closed. */
    static <T> Step<T> opening(Class<T> room, Consumer<T> opens) {
        return new Step<>(room, opens, nothing -> {});
    }

    static <T> Step<T> closing(Class<T> room, Consumer<T> closes) {
        return new Step<>(room, nothing -> {}, closes);
    }

    void open(Whereabouts rooms) {
        opens.accept(rooms.find(room));
    }

    void close(Whereabouts rooms) {
        closes.accept(rooms.find(room));
    }
}
