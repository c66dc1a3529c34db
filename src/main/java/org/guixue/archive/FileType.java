package org.guixue.archive;

import java.util.Arrays;
import java.util.Optional;

/** What the file of a record is. Papers are PDF; evidence may be a picture as well. */
public enum FileType {
    PDF("pdf", "application/pdf"),
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png");

    private final String suffix;
    private final String mediaType;

    FileType(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** How its name ends, without the dot. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<FileType> ofPath(String path) {
        return Arrays.stream(values())
                .filter(type -> path.endsWith("." + type.suffix))
                .findFirst();
    }
}
