package org.guixue.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.guixue.scan.reading.Pile;
import org.guixue.scan.reading.UnfitPile;

/** One file opened once for each thread that reads in it. */
final class Openings implements AutoCloseable {
    private final Path file;
    private final String name;
    private final Queue<Pile> idle = new ConcurrentLinkedQueue<>();

    Openings(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    Pile take() throws UnfitPile, IOException {
        Pile opened = idle.poll();
        return opened == null ? Pile.open(file, name) : opened;
    }

    void giveBack(Pile opened) {
        idle.add(opened);
    }

    @Override
    public void close() throws IOException {
        for (Pile opened = idle.poll(); opened != null; opened = idle.poll()) {
            opened.close();
        }
    }
}
