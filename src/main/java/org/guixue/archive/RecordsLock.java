package org.guixue.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process, and a second opening in this one, out of a records folder.
 *
 * <p>Closing any channel on a file drops all POSIX locks that the process holds on it. So a second opening in this process
 * must not even touch the lock file; it is stopped by a system property, which is seen by every class loader.
 */
final class RecordsLock implements AutoCloseable {
    private final String property;
    private final FileChannel channel;

    private RecordsLock(String property, FileChannel channel) {
        this.property = property;
        this.channel = channel;
    }

    static RecordsLock take(Path records) throws IOException {
        String property = "org.guixue.archive.open." + records.toRealPath();
        if (System.getProperties().putIfAbsent(property, "open") != null) {
            throw new ArchiveInUse(records.toString());
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(records.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new RecordsLock(property, channel);
            }
        } catch (OverlappingFileLockException e) {
            throw new ArchiveInUse(records.toString());
        } catch (IOException e) {
            System.clearProperty(property);
            throw e;
        }
        channel.close();
        System.clearProperty(property);
        throw new ArchiveInUse(records.toString());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        System.clearProperty(property);
    }
}
