package org.guixue.sheet;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.TooLarge;
import org.guixue.page.Upload;

/** A posted sheet: what was typed, by the inputs' names, and the pictures that came with it, by their field. */
final class SheetRequest {
    private static final String UPLOAD = ".upload";
    private static final int LONGEST_TEXT_BYTES = 200_000;
    private static final int LARGEST_PICTURE_BYTES = 20 << 20;

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, List<Upload>> pictures = new LinkedHashMap<>();

    private SheetRequest() {}

    static SheetRequest read(List<EntityPart> parts) throws IOException {
        SheetRequest request = new SheetRequest();
        for (EntityPart part : parts) {
            if (part.getFileName().isPresent()) {
                request.picture(part);
            } else {
                request.texts
                        .computeIfAbsent(part.getName(), name -> new ArrayList<>())
                        .add(text(part));
            }
        }
        return request;
    }

    Map<String, List<String>> texts() {
        return texts;
    }

    /** The first text of that name, or an empty one. */
    String text(String name) {
        return texts.getOrDefault(name, List.of("")).get(0);
    }

    Map<String, List<Upload>> pictures() {
        return pictures;
    }

    /** A file input that was left empty posts a part without content. */
    private void picture(EntityPart part) throws IOException {
        String name = part.getName();
        if (!name.endsWith(UPLOAD) || part.getFileName().orElse("").isEmpty()) {
            return;
        }
        Upload upload = Upload.of(List.of(part), name, LARGEST_PICTURE_BYTES);
        pictures.computeIfAbsent(name.substring(0, name.length() - UPLOAD.length()), field -> new ArrayList<>())
                .add(upload);
    }

    private static String text(EntityPart part) throws IOException {
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(LONGEST_TEXT_BYTES + 1);
            if (bytes.length > LONGEST_TEXT_BYTES) {
                throw new TooLarge("有一栏的内容太长，请删减后再保存");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
