package org.guixue.archive;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text file of ASCII lines that only grows: a manifest or a register.
 *
 * <p>Remembers its size, so that an append finds out when somebody else wrote to the file. Not safe for threads: the bag's
 * lock guards it.
 */
final class LineFile {
    private static final int BLOCK = 1 << 12;

    private final Disk disk;
    private final Path path;
    private long size;

    LineFile(Disk disk, Path path, long size) {
        this.disk = disk;
        this.path = path;
        this.size = size;
    }

    /** Calls for each line without its line feed and returns what follows the last one, empty in a whole file. */
    static String read(Path path, Consumer<String> each) throws IOException {
        return read(path, 0, each);
    }

    /** The same from a line's beginning on. */
    static String read(Path path, long from, Consumer<String> each) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            bytes.skipNBytes(from);
            for (int b = bytes.read(); b >= 0; b = bytes.read()) {
                if (b == '\n') {
                    each.accept(line.toString(StandardCharsets.ISO_8859_1));
                    line.reset();
                } else {
                    line.write(b);
                }
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Up to so many lines from a line's beginning on. */
    static List<String> some(Path path, long from, long most) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1))) {
            bytes.skipNBytes(from);
            for (String line = reader.readLine(); line != null; line = lines.size() < most ? reader.readLine() : null) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The line that ends, with its line feed, right before this byte; empty where none does. */
    static Optional<String> lineBefore(Path path, long end) throws IOException {
        String before = end == 0 ? "" : textBefore(path, end - 1, end);
        return before.equals("\n")
                ? Optional.of(textBefore(path, lastLineFeed(path, end - 1) + 1, end - 1))
                : Optional.empty();
    }

    /** What follows the last line feed; empty in a whole file. Reads the end alone. */
    static String rest(Path path) throws IOException {
        long size = Files.size(path);
        return textBefore(path, lastLineFeed(path, size) + 1, size);
    }

    /** Where the last line feed before this byte stands; -1 where none does. */
    private static long lastLineFeed(Path path, long end) throws IOException {
        long upTo = end;
        while (upTo > 0) {
            long from = Math.max(0, upTo - BLOCK);
            int found = textBefore(path, from, upTo).lastIndexOf('\n');
            if (found >= 0) {
                return from + found;
            }
            upTo = from;
        }
        return -1;
    }

    private static String textBefore(Path path, long from, long end) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(end - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    Appender open() throws IOException {
        return new Appender();
    }

    /** One opening of the file: what is appended is forced, or cut off again, through the same handle. */
    final class Appender implements AutoCloseable {
        private final RandomAccessFile file;
        private final long start;

        private Appender() throws IOException {
            this.file = new RandomAccessFile(path.toFile(), "rw");
            this.start = size;
            if (file.length() != size) {
                long found = file.length();
                file.close();
                throw new IOException("expected " + size + " bytes, found " + found + ": " + path);
            }
        }

        void append(String line) throws IOException {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
            file.seek(size);
            disk.write(file, bytes);
            disk.checkLength(file, size + bytes.length);
            size += bytes.length;
        }

        void force() throws IOException {
            disk.force(file);
        }

        /** Takes back what was appended, whole lines and parts, since the file was opened. */
        void cut() throws IOException {
            file.setLength(start);
            size = start;
            force();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
