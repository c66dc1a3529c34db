package org.guixue.scan.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Refuses a PDF that would fill the memory while it is opened, before any page is looked at: its object and reference streams
 * (ISO 32000-1, 7.5.7 and 7.5.8) are unpacked whole then.
 */
final class PdfBombs {
    private static final long MOST_UNPACKED = 64_000_000;
    private static final int PART = 1 << 20;
    private static final int DICTIONARY = 2_000;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private long unpacked;

    private PdfBombs(Path file) {
        this.file = file;
    }

    static void refuse(Path file, String fileName) throws UnfitPile, IOException {
        if (new PdfBombs(file).beyond()) {
            throw new UnfitPile(
                    UnfitPile.Reason.TOO_LARGE,
                    "PDF文件“%s”的目录数据解压后超过%d MB，不能读取，请重新扫描，或用“打印为PDF”另存后上传"
                            .formatted(fileName, MOST_UNPACKED / 1_000_000));
        }
    }

    /** Reads the file part by part, each with the end of the one before it. */
    private boolean beyond() throws IOException {
        byte[] part = new byte[DICTIONARY + PART];
        try (InputStream input = Files.newInputStream(file)) {
            int kept = 0;
            long start = 0;
            int read = input.readNBytes(part, 0, part.length);
            while (read > 0) {
                int length = kept + read;
                if (look(part, kept, length, start)) {
                    return true;
                }
                kept = Math.min(DICTIONARY, length);
                System.arraycopy(part, length - kept, part, 0, kept);
                start += length - kept;
                read = input.readNBytes(part, kept, part.length - kept);
            }
        }
        return false;
    }

    private boolean look(byte[] part, int from, int length, long start) throws IOException {
        for (int i = Math.max(0, from - STREAM.length); i + STREAM.length <= length; i++) {
            if (part[i] == 's' && Arrays.equals(part, i, i + STREAM.length, STREAM, 0, STREAM.length)) {
                String before = new String(
                        part, Math.max(0, i - DICTIONARY), Math.min(i, DICTIONARY), StandardCharsets.ISO_8859_1);
                String dictionary = before.substring(Math.max(0, before.lastIndexOf("endobj")));
                boolean readAtOnce =
                        dictionary.contains("ObjStm") || dictionary.contains("XRef") || dictionary.contains("#");
                if (readAtOnce && !before.endsWith("end") && unpacks(start + i + STREAM.length)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether what begins there makes too much of all that was unpacked. */
    private boolean unpacks(long place) throws IOException {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            input.skipNBytes(place);
            input.mark(2);
            if (input.read() == '\r') {
                input.mark(1);
                if (input.read() != '\n') {
                    input.reset();
                }
            }
            try (InflaterInputStream inflated = new InflaterInputStream(input)) {
                byte[] some = new byte[1 << 16];
                int count = inflated.read(some);
                while (count >= 0 && unpacked <= MOST_UNPACKED) {
                    unpacked += count;
                    count = inflated.read(some);
                }
            }
        } catch (ZipException | EOFException e) {
            return unpacked > MOST_UNPACKED;
        }
        return unpacked > MOST_UNPACKED;
    }
}
