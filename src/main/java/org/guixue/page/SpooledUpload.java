package org.guixue.page;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.guixue.TooLarge;
import org.guixue.Unavailable;

/**
 * One uploaded file that lies on the disk while it is looked at, and is never whole in memory.
 *
 * @param content read-only; of use until the handling ends
 */
public record SpooledUpload(String fileName, ByteBuffer content) {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Semaphore TURNS = new Semaphore(3, true);

    /** What is done with a file. */
    @FunctionalInterface
    public interface Handling<T> {
        T take(SpooledUpload upload) throws IOException;
    }

    /**
     * Finds the part as {@link Upload#of} does and hands it over. Three at a time; the next waits up to a minute.
     *
     * @throws TooLarge where it has more than {@code maxBytes}
     * @throws Unavailable where the others took longer
     */
    public static <T> T handled(List<EntityPart> parts, String name, int maxBytes, Handling<T> handling)
            throws IOException {
        EntityPart part = Upload.part(parts, name);
        await();
        try (Spool spool = new Spool();
                InputStream content = part.getContent()) {
            String fileName = Upload.name(part);
            byte[] buffer = new byte[1 << 15];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                spool.write(buffer, count);
                Upload.expectAtMost(maxBytes, spool.length(), fileName);
            }
            spool.end();
            Upload.expectAny(spool.length(), name, fileName);
            return handling.take(new SpooledUpload(fileName, spool.map()));
        } finally {
            TURNS.release();
        }
    }

    private static void await() {
        try {
            if (!TURNS.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Unavailable("同时核验的文件太多，这份没有收下，请过几分钟再提交");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("服务正在停止，这份没有收下，请稍后再提交");
        }
    }
}
