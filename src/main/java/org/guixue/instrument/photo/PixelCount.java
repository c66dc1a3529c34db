package org.guixue.instrument.photo;

import org.guixue.TooLarge;

/** How large a picture is, before any of it is decoded. */
record PixelCount(long width, long height) {
    static final long MOST = 120_000_000;
    private static final long LONGEST = 65_535;

    PixelCount {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("expected a picture with pixels, found: " + width + " by " + height);
        }
    }

    /** @throws TooLarge where it has more than {@code most} pixels; the message names the file */
    void atMost(long most, String fileName, String kind) {
        if (width * height > most || width > LONGEST || height > LONGEST) {
            throw new TooLarge(
                    "照片“%s”有%d×%d像素，超过%s上限（%d万像素），请缩小后重新上传".formatted(fileName, width, height, kind, most / 10_000));
        }
    }

    int across() {
        return Math.toIntExact(width);
    }

    int down() {
        return Math.toIntExact(height);
    }
}
