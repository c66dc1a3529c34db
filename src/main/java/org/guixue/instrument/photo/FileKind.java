package org.guixue.instrument.photo;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a file is by its first bytes, whatever its name says. */
public enum FileKind {
    JPEG,
    PNG,
    HEIC("HEIC图片（iPhone等手机的“高效”格式）", "请在手机“设置→相机→格式”中选“兼容性最佳”后重新拍摄，或在手机、电脑上把它导出为JPEG后上传"),
    AVIF("AVIF图片"),
    VIDEO("视频", "请截取其中一幅画面，存为JPEG后上传"),
    WEBP("WebP图片"),
    GIF("GIF图片"),
    BMP("BMP图片"),
    TIFF("TIFF图片（或相机的RAW原始文件）"),
    JPEG_2000("JPEG 2000图片"),
    JPEG_XL("JPEG XL图片"),
    PHOTOSHOP("Photoshop文件（PSD）"),
    ICON("ICO图标"),
    SVG("SVG图形"),
    PDF("PDF文件", "请把其中的照片导出为JPEG后上传"),
    ARCHIVE("压缩包或Office文档", "请先解压，或把其中的照片另存为JPEG后上传"),
    UNKNOWN;

    private static final String SAVE_AS = "请用“画图”等软件打开，另存为JPEG后上传";
    private static final List<String> HEIC_BRANDS =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "mif2");

    private final String title;
    private final String wayOut;

    FileKind() {
        this("", "");
    }

    FileKind(String title) {
        this(title, SAVE_AS);
    }

    FileKind(String title, String wayOut) {
        this.title = title;
        this.wayOut = wayOut;
    }

    UnfitPicture refusal() {
        return this == UNKNOWN
                ? new UnfitPicture("不是能够读取的JPEG或PNG图片，请换一张照片")
                : new UnfitPicture("是%s，不是JPEG或PNG，%s".formatted(title, wayOut));
    }

    /** What it is called, in Chinese; empty where it is unknown. */
    public String title() {
        return title;
    }

    /** What the user may do to get a JPEG out of it. */
    public String wayOut() {
        return wayOut;
    }

    /** @param file the whole of it, or its first 1,000 bytes at least */
    public static FileKind of(byte[] file) {
        if (starts(file, 0, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (starts(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return PNG;
        }
        if (says(file, 4, "ftyp") && file.length >= 12) {
            return ofBrands(file);
        }
        if (says(file, 0, "RIFF")) {
            return says(file, 8, "WEBP") ? WEBP : VIDEO;
        }
        if (says(file, 4, "jP  ") || starts(file, 0, 0xff, 0x4f, 0xff, 0x51)) {
            return JPEG_2000;
        }
        if (says(file, 4, "JXL ") || starts(file, 0, 0xff, 0x0a)) {
            return JPEG_XL;
        }
        return bySignature(file);
    }

    private static FileKind bySignature(byte[] file) {
        if (says(file, 0, "GIF8")) {
            return GIF;
        }
        if (says(file, 0, "BM")) {
            return BMP;
        }
        if (says(file, 0, "II*\0") || says(file, 0, "MM\0*") || says(file, 0, "II+\0") || says(file, 0, "MM\0+")) {
            return TIFF;
        }
        if (says(file, 0, "8BPS")) {
            return PHOTOSHOP;
        }
        if (starts(file, 0, 0, 0, 1, 0)) {
            return ICON;
        }
        if (says(file, 0, "%PDF")) {
            return PDF;
        }
        if (says(file, 0, "PK\3\4") || says(file, 0, "Rar!") || starts(file, 0, 0xd0, 0xcf, 0x11, 0xe0)) {
            return ARCHIVE;
        }
        String head = new String(file, 0, Math.min(file.length, 1000), StandardCharsets.ISO_8859_1);
        return head.contains("<svg") ? SVG : UNKNOWN;
    }

    /** ISO/IEC 14496-12: the brand of a file that begins with a box "ftyp", and those that it is compatible with. */
    private static FileKind ofBrands(byte[] file) {
        int box = ((file[2] & 0xff) << 8) | (file[3] & 0xff);
        String brands = new String(file, 8, Math.min(Math.max(box, 12), file.length) - 8, StandardCharsets.ISO_8859_1);
        if (brands.contains("avif") || brands.contains("avis")) {
            return AVIF;
        }
        return HEIC_BRANDS.stream().anyMatch(brands::contains) ? HEIC : VIDEO;
    }

    private static boolean says(byte[] file, int at, String text) {
        return starts(file, at, text.chars().toArray());
    }

    private static boolean starts(byte[] file, int at, int... bytes) {
        if (file.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[at + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
