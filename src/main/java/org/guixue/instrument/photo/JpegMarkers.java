package org.guixue.instrument.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The segments of a JPEG up to its end mark (ISO/IEC 10918-1, annex B): what its colours mean, how it is turned, and the
 * bare stream that a decoder needs. What follows the end mark is not read; an end mark that is missing is put there, and
 * the decoder will say whether the picture before it was whole.
 */
final class JpegMarkers {
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";

    private final byte[] file;
    private final ByteArrayOutputStream bare;
    private final Map<Integer, byte[]> profile = new TreeMap<>();
    private final ScanCoverage coverage = new ScanCoverage();
    private int profileChunks;
    private boolean profileTorn;
    private boolean jfif;
    private int adobe = -1;
    private byte[] exif = {};
    private byte[] frame = {};

    JpegMarkers(byte[] file) throws UnfitPicture {
        this.file = file;
        bare = new ByteArrayOutputStream(file.length);
        mark(0xd8);
        int at = 2;
        while (at >= 0 && at < file.length) {
            at = segment(at);
        }
        mark(0xd9);
        if (frame.length == 0 || !coverage.whole()) {
            throw UnfitPicture.incomplete();
        }
    }

    /** Takes the segment at or after this place; the place after it, negative after the end mark. */
    private int segment(int from) throws UnfitPicture {
        int at = from;
        while (at + 1 < file.length && (file[at] != (byte) 0xff || file[at + 1] == (byte) 0xff || file[at + 1] == 0)) {
            at++;
        }
        if (at + 1 >= file.length) {
            return file.length;
        }
        int marker = file[at + 1] & 0xff;
        if (marker == 0xd9) {
            return -1;
        }
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
            return at + 2;
        }
        int length = at + 4 > file.length ? Integer.MAX_VALUE : ((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff);
        if (length < 2) {
            throw UnfitPicture.damaged();
        }
        int end = at + 2 + Math.min(length, file.length);
        if (end > file.length) {
            if (coverage.whole()) {
                return file.length;
            }
            throw UnfitPicture.incomplete();
        }
        take(marker, Arrays.copyOfRange(file, at + 4, end));
        if (marker == 0xda) {
            return scanned(at, end);
        }
        if (marker < 0xe0 || (marker > 0xef && marker != 0xfe)) {
            bare.write(file, at, end - at);
        }
        return end;
    }

    /** Copies a scan's coded data; the place of the marker that ends it. */
    private int scanned(int from, int data) {
        int at = data;
        while (at < file.length) {
            if (file[at] == (byte) 0xff) {
                int next = at + 1 < file.length ? file[at + 1] & 0xff : 0xd9;
                if (next != 0 && (next < 0xd0 || next > 0xd7)) {
                    break;
                }
                at++;
            }
            at++;
        }
        int end = Math.min(at, file.length);
        bare.write(file, from, end - from);
        return end;
    }

    private void take(int marker, byte[] segment) throws UnfitPicture {
        switch (marker) {
            case APP0 -> jfif |= says(segment, "JFIF\0");
            case APP1 -> {
                if (exif.length == 0 && says(segment, EXIF)) {
                    exif = Arrays.copyOfRange(segment, EXIF.length(), segment.length);
                }
            }
            case APP2 -> takeProfile(segment);
            case APP14 -> {
                if (says(segment, "Adobe") && segment.length >= 12) {
                    adobe = segment[11] & 0xff;
                }
            }
            case 0xc0, 0xc1, 0xc2 -> takeFrame(marker, segment);
            case 0xc3, 0xc7, 0xcb, 0xcf -> throw UnfitPicture.coded("无损编码的JPEG");
            case 0xc9, 0xca, 0xcd, 0xce -> throw UnfitPicture.coded("算术编码的JPEG");
            case 0xc5, 0xc6 -> throw UnfitPicture.coded("分层编码的JPEG");
            case 0xda -> coverage.scan(segment);
            case 0xf7 -> throw UnfitPicture.coded("JPEG-LS编码");
            default -> {}
        }
    }

    /** A profile that is longer than a segment comes in several, each with its number and how many there are (ICC.1, B.4). */
    private void takeProfile(byte[] segment) {
        int head = ICC.length() + 2;
        if (!says(segment, ICC)) {
            return;
        }
        if (segment.length < head) {
            profileTorn = true;
            return;
        }
        int chunks = segment[head - 1] & 0xff;
        profileTorn |= profileChunks > 0 && profileChunks != chunks;
        profileChunks = chunks;
        byte[] earlier = profile.put(segment[head - 2] & 0xff, Arrays.copyOfRange(segment, head, segment.length));
        profileTorn |= earlier != null;
    }

    private void takeFrame(int marker, byte[] segment) throws UnfitPicture {
        if (frame.length > 0 || segment.length < 6 || segment.length < 6 + 3 * (segment[5] & 0xff)) {
            throw UnfitPicture.damaged();
        }
        if (segment[0] != 8) {
            throw UnfitPicture.coded("每色%d位的JPEG".formatted(segment[0]));
        }
        frame = segment;
        coverage.frame(segment, marker == 0xc2);
        if (components() != 1 && components() != 3 && components() != 4) {
            throw UnfitPicture.coded("%d个颜色分量的JPEG".formatted(components()));
        }
    }

    private static boolean says(byte[] segment, String text) {
        byte[] start = text.getBytes(StandardCharsets.ISO_8859_1);
        return segment.length >= start.length && Arrays.equals(segment, 0, start.length, start, 0, start.length);
    }

    private void mark(int marker) {
        bare.write(0xff);
        bare.write(marker);
    }

    PixelCount size() {
        return new PixelCount(
                ((frame[3] & 0xff) << 8) | (frame[4] & 0xff), ((frame[1] & 0xff) << 8) | (frame[2] & 0xff));
    }

    int components() {
        return frame[5] & 0xff;
    }

    int scans() {
        return coverage.scans();
    }

    /** From the first start mark to one end mark, with the tables and scans alone. */
    byte[] bare() {
        return bare.toByteArray();
    }

    Orientation orientation() {
        return Orientation.of(exif);
    }

    /** Whether the components are luminance and two differences (and black). Without a word of it: as libjpeg guesses. */
    boolean luminance() throws UnfitPicture {
        if (components() == 4) {
            if (adobe < 0) {
                throw UnfitPicture.coded("没有注明编码方式的CMYK印刷四色");
            }
            return adobe == 2;
        }
        boolean lettered = frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B';
        return adobe >= 0 ? adobe != 0 : jfif || !lettered;
    }

    /** The embedded profile, joined. */
    Optional<byte[]> profile() throws UnfitPicture {
        if (profileChunks == 0 && !profileTorn) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int number = 1; number <= profileChunks; number++) {
            byte[] chunk = profile.get(number);
            profileTorn |= chunk == null;
            whole.writeBytes(chunk == null ? new byte[0] : chunk);
        }
        if (profileTorn || profile.size() != profileChunks) {
            throw UnfitPicture.profiled("不完整（缺少分段）");
        }
        return Optional.of(whole.toByteArray());
    }
}
