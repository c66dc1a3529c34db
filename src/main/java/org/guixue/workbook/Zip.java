package org.guixue.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The directory of a ZIP in memory. Reads no more than the directory says; inflates nothing until asked.
 *
 * <p>Names are compared without regard to case, as in Open Packaging. ZIP64 fields are understood where a writer used them for a small file.
 *
 * <p>Our own, because {@link java.util.zip.ZipFile} wants a file on the disk, and readers that take memory keep an object for each entry before
 * anybody can count them: a directory of a million entries would fill the heap.
 */
final class Zip {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES = 65_535;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int LOCATOR64_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final long UNSAID = 0xffffffffL;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final byte[] content;
    private final ByteBuffer bytes;
    private final Map<String, Part> parts = new HashMap<>();

    private record Part(int method, boolean encrypted, long length, long offset) {}

    Zip(byte[] content) {
        this.content = content;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        try {
            readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            throw WorkbookRefusals.damaged("压缩目录不完整");
        }
    }

    Set<String> names() {
        return parts.keySet();
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** What a part takes in the file, in bytes. */
    long deflatedBytes(String name) {
        Part part = parts.get(key(name));
        return part == null ? 0 : part.length();
    }

    /** The part inflated as it is read, unbounded: see {@link BoundedPart}. */
    Optional<InputStream> open(String name) {
        Part part = parts.get(key(name));
        if (part == null) {
            return Optional.empty();
        }
        if (part.encrypted()) {
            throw WorkbookRefusals.encrypted();
        }
        try {
            return Optional.of(data(part));
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            throw WorkbookRefusals.damaged("压缩内容不完整");
        }
    }

    private InputStream data(Part part) {
        int local = Math.toIntExact(part.offset());
        if (bytes.getInt(local) != LOCAL) {
            throw WorkbookRefusals.damaged("压缩目录与内容不符");
        }
        int start = local + LOCAL_BYTES + unsigned(local + 26) + unsigned(local + 28);
        if (start > content.length) {
            throw WorkbookRefusals.damaged("压缩内容不完整");
        }
        int length = (int) Math.min(part.length(), content.length - start);
        InputStream raw = new ByteArrayInputStream(content, start, length);
        return switch (part.method()) {
            case STORED -> raw;
            case DEFLATED -> new Inflated(raw);
            default -> throw WorkbookRefusals.damaged("压缩方式" + part.method());
        };
    }

    private void readDirectory() {
        int end = end();
        long at = bytes.getInt(end + 16) & UNSAID;
        int locator = end - LOCATOR64_BYTES;
        if (at == UNSAID && locator >= 0 && bytes.getInt(locator) == LOCATOR64) {
            int end64 = index(bytes.getLong(locator + 8));
            at = bytes.getInt(end64) == END64 ? bytes.getLong(end64 + 48) : at;
        }
        int entry = index(at);
        while (entry + ENTRY_BYTES <= content.length && bytes.getInt(entry) == ENTRY) {
            if (parts.size() == Limits.PARTS) {
                throw WorkbookRefusals.tooMuch("文件内部超过" + Limits.PARTS + "个部分");
            }
            entry = readEntry(entry);
        }
    }

    private int readEntry(int entry) {
        int nameBytes = unsigned(entry + 28);
        int extraBytes = unsigned(entry + 30);
        int commentBytes = unsigned(entry + 32);
        String name = new String(content, entry + ENTRY_BYTES, nameBytes, StandardCharsets.UTF_8);
        long inflated = bytes.getInt(entry + 24) & UNSAID;
        long length = bytes.getInt(entry + 20) & UNSAID;
        long offset = bytes.getInt(entry + 42) & UNSAID;
        int extra = extra64(entry + ENTRY_BYTES + nameBytes, extraBytes);
        if (extra >= 0) {
            extra += inflated == UNSAID ? 8 : 0;
            if (length == UNSAID) {
                length = bytes.getLong(extra);
                extra += 8;
            }
            offset = offset == UNSAID ? bytes.getLong(extra) : offset;
        }
        boolean encrypted = (unsigned(entry + 8) & 1) != 0;
        parts.putIfAbsent(key(name), new Part(unsigned(entry + 10), encrypted, Math.max(0, length), index(offset)));
        return entry + ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
    }

    /** Where the ZIP64 field's values begin, or -1. */
    private int extra64(int start, int length) {
        int at = start;
        while (at + 4 <= start + length) {
            if (unsigned(at) == 1) {
                return at + 4;
            }
            at += 4 + unsigned(at + 2);
        }
        return -1;
    }

    private int end() {
        int last = content.length - END_BYTES;
        for (int at = last; at >= Math.max(0, last - COMMENT_BYTES); at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        throw WorkbookRefusals.damaged("没有下载或传送完整");
    }

    private int index(long offset) {
        if (offset < 0 || offset >= content.length) {
            throw WorkbookRefusals.damaged("压缩目录指向文件之外");
        }
        return (int) offset;
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static String key(String name) {
        String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashed.startsWith("/") ? slashed.substring(1) : slashed;
    }

    /** Gives the inflater's native memory back when closed. */
    private static final class Inflated extends InflaterInputStream {
        private static final int BUFFER_BYTES = 16 * 1024;

        Inflated(InputStream raw) {
            super(raw, new Inflater(true), BUFFER_BYTES);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
