package org.guixue.page;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.guixue.TooLarge;
import org.guixue.Unavailable;
import org.guixue.ValuesRefused;

/** One uploaded file, whole in memory. */
public record Upload(String fileName, byte[] bytes) {
    private static final int MEGABYTES_AT_ONCE = 48;
    private static final int LONGEST_TEXT = 1000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Semaphore MEGABYTES = new Semaphore(MEGABYTES_AT_ONCE, true);

    /** What is done with a file. */
    @FunctionalInterface
    public interface Handling<T> {
        T take(Upload upload) throws IOException;
    }

    /**
     * Reads the part as {@link #of} does and hands it over. All files that are handled so together take no more than 48 MB:
     * the next waits up to a minute for its turn.
     *
     * @throws Unavailable where the others took longer
     */
    public static <T> T handled(List<EntityPart> parts, String name, int maxBytes, Handling<T> handling)
            throws IOException {
        int held = Math.min(megabytes(maxBytes), MEGABYTES_AT_ONCE);
        await(held);
        try {
            Upload upload = of(parts, name, maxBytes);
            int needed = Math.min(megabytes(upload.bytes().length), held);
            MEGABYTES.release(held - needed);
            held = needed;
            return handling.take(upload);
        } finally {
            MEGABYTES.release(held);
        }
    }

    private static int megabytes(int bytes) {
        return (bytes >> 20) + 1;
    }

    private static void await(int megabytes) {
        try {
            if (!MEGABYTES.tryAcquire(megabytes, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Unavailable("同时上传的大文件太多，这份没有收下，请过几分钟再提交");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("服务正在停止，这份没有收下，请稍后再提交");
        }
    }

    /**
     * The part of that name, or the first part with a file name.
     *
     * @throws TooLarge where it has more than {@code maxBytes}
     */
    public static Upload of(List<EntityPart> parts, String name, int maxBytes) throws IOException {
        EntityPart part = part(parts, name);
        String fileName = name(part);
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(maxBytes + 1);
            expectAtMost(maxBytes, bytes.length, fileName);
            expectAny(bytes.length, name, fileName);
            return new Upload(fileName, bytes);
        }
    }

    /** What a field beside the file says; empty where it is not there. */
    public static String text(List<EntityPart> parts, String name) throws IOException {
        for (EntityPart part : parts) {
            if (part.getName().equals(name) && part.getFileName().isEmpty()) {
                try (InputStream content = part.getContent()) {
                    return new String(content.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8).strip();
                }
            }
        }
        return "";
    }

    static EntityPart part(List<EntityPart> parts, String name) {
        return parts.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(each -> each.getFileName().isPresent())
                        .findFirst())
                .orElseThrow(() -> new ValuesRefused(name, "没有收到文件，请选择文件后再提交"));
    }

    /** Its file name as the user knows it. */
    public static String name(EntityPart part) {
        return part.getFileName().map(Upload::decoded).orElse("未命名文件");
    }

    static void expectAtMost(int maxBytes, long length, String fileName) {
        if (length > maxBytes) {
            throw new TooLarge("文件“%s”超过%dMB，请压缩后重新上传".formatted(fileName, maxBytes >> 20));
        }
    }

    static void expectAny(long length, String name, String fileName) {
        if (length == 0) {
            throw new ValuesRefused(name, "文件“%s”是空的，请重新选择".formatted(fileName));
        }
    }

    /** Jersey hands a UTF-8 file name over as Latin-1. */
    private static String decoded(String name) {
        String text = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String best = text.indexOf('\ufffd') >= 0 ? name : text;
        return best.substring(Math.max(best.lastIndexOf('/'), best.lastIndexOf('\\')) + 1);
    }
}
