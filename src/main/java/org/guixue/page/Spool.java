package org.guixue.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guixue.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Where the body of one request waits until it is whole: in memory up to {@value #MOST_IN_MEMORY} bytes, then in a file of
 * the server's folder for what is temporary, which goes with it. Bounded by whoever writes. For one thread at a time.
 */
final class Spool implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Spool.class.getName());
    private static final long HARDLY_ANYTHING = 1 << 20;
    private static final int MOST_IN_MEMORY = 64 << 10;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long length;

    /** @throws Refused where the disk takes no more */
    void write(byte[] bytes, int count) {
        try {
            if (out == null && length + count > MOST_IN_MEMORY) {
                file = Files.createTempFile("upload-", ".spool");
                out = Files.newOutputStream(file);
                memory.writeTo(out);
                memory = new ByteArrayOutputStream();
            }
            (out == null ? memory : out).write(bytes, 0, count);
            length += count;
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** All of it is here. A full tmpfs may take less than it was given in silence. */
    void end() {
        try {
            if (out != null && file != null) {
                out.close();
                if (Files.size(file) != length) {
                    throw new IOException("expected " + length + " bytes on the disk, found " + Files.size(file));
                }
            }
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Whether what failed may have failed since hardly anything is free where the house writes. */
    static boolean isDiskFull() {
        try {
            return Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                            .getUsableSpace()
                    < HARDLY_ANYTHING;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the free space cannot be read", e);
            return false;
        }
    }

    private static Refused full(IOException e) {
        return new Refused(Refused.Reason.NO_SPACE, "磁盘空间不足，没有收下；已经保存的内容不受影响，请管理员腾出空间后再提交", e);
    }

    long length() {
        return length;
    }

    /** From the beginning, as often as one likes. */
    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(file);
    }

    /** All of it, read-only; a file stays on the disk. */
    ByteBuffer map() throws IOException {
        if (file == null) {
            return ByteBuffer.wrap(memory.toByteArray()).asReadOnlyBuffer();
        }
        try (FileChannel whole = FileChannel.open(file)) {
            return whole.map(FileChannel.MapMode.READ_ONLY, 0, length);
        }
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a spooled file stays until the next start: " + file, e);
        }
    }
}
