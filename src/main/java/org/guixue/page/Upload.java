package org.guixue.page;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;

/** One uploaded file, whole in memory. */
public record Upload(String fileName, byte[] bytes) {
    /**
     * The part of that name, or the first part with a file name.
     *
     * @throws TooLarge where it has more than {@code maxBytes}
     */
    public static Upload of(List<EntityPart> parts, String name, int maxBytes) throws IOException {
        EntityPart part = parts.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(each -> each.getFileName().isPresent())
                        .findFirst())
                .orElseThrow(() -> new ValuesRefused(name, "没有收到文件，请选择文件后再提交"));
        String fileName = part.getFileName().map(Upload::decoded).orElse("未命名文件");
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new TooLarge("文件“%s”超过%dMB，请压缩后重新上传".formatted(fileName, maxBytes >> 20));
            }
            if (bytes.length == 0) {
                throw new ValuesRefused(name, "文件“%s”是空的，请重新选择".formatted(fileName));
            }
            return new Upload(fileName, bytes);
        }
    }

    /** Jersey hands a UTF-8 file name over as Latin-1. */
    private static String decoded(String name) {
        String text = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String best = text.indexOf('\ufffd') >= 0 ? name : text;
        return best.substring(Math.max(best.lastIndexOf('/'), best.lastIndexOf('\\')) + 1);
    }
}
