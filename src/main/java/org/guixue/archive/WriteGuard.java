package org.guixue.archive;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before every write. A failure that is not a refusal stops all writing until the archive is opened anew. */
final class WriteGuard {
    private final AtomicReference<Throwable> stoppedBy = new AtomicReference<>();

    /** Something that touches the disk. */
    interface Step<T> {
        T run() throws IOException;
    }

    /** The same without an answer. */
    interface Look {
        void run() throws IOException;
    }

    <T> T writing(Step<T> step) {
        Throwable stopped = stoppedBy.get();
        if (stopped != null) {
            throw new ArchiveStopped(stopped);
        }
        try {
            return step.run();
        } catch (ArchiveException | IllegalArgumentException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            stop(e);
            throw new ArchiveStopped(e);
        }
    }

    /** Reading goes on when writing is stopped. */
    static <T> T reading(Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new Damaged("can not be read: " + e);
        }
    }

    static void looking(Look look) {
        reading(() -> {
            look.run();
            return look;
        });
    }

    void stop(Throwable cause) {
        stoppedBy.compareAndSet(null, cause);
    }

    boolean stopped() {
        return stoppedBy.get() != null;
    }
}
