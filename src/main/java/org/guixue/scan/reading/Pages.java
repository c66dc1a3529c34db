package org.guixue.scan.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** The pages of one file as pictures, each made when it is asked for. For one thread. */
interface Pages extends AutoCloseable {
    int count();

    boolean signed();

    /** Scripts, or programs that it would start. */
    default boolean scripts() {
        return false;
    }

    /** Other files within it. */
    default boolean files() {
        return false;
    }

    /** @param page from 1 */
    BufferedImage picture(int page) throws UnfitPage, IOException;

    @Override
    void close() throws IOException;
}
