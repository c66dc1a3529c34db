package org.guixue.verifying;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at a file that nobody vouches for, and into its deflated streams, without parsing it: wherever the word
 * {@code stream} is followed by what zlib can read, that is inflated and looked at, and once more what is deflated inside.
 *
 * <p>For hostile files: it ends after the time it is given, holds at most 2 MB of the file and 8 MB of each of two layers, inflates at most
 * 96 MB and 20,000 streams altogether, and never throws for a bad file. Of a stream that breaks off, what was readable is
 * looked at. It does not see through encryption nor filters other than Flate. For one thread.
 */
final class Unpacking {
    private static final byte[] WORD = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE_BYTES = 2 << 20;

    /** Longer than any hexadecimal signature or certificate that is looked for. */
    private static final int OVERLAP_BYTES = 128 << 10;

    private static final int DEEPEST = 2;
    private static final int MOST_STREAMS = 20_000;
    private static final int MOST_BYTES_OF_ONE = 8 << 20;
    private static final int MOST_BYTES = 96 << 20;

    private final Predicate<byte[]> look;
    private final long endNanos;
    private final byte[] buffer = new byte[1 << 15];
    private int streamsLeft = MOST_STREAMS;
    private int bytesLeft = MOST_BYTES;

    /** @param look whether these bytes have what is looked for */
    Unpacking(Predicate<byte[]> look, Duration most) {
        this.look = look;
        this.endNanos = System.nanoTime() + most.toNanos();
    }

    /** Whether the file itself or anything inside it has what is looked for, as far as the bounds let one see. */
    boolean finds(ByteBuffer file) {
        return isOpen(file) || inside(file, 1);
    }

    /** In pieces that overlap, so that nothing is cut which is shorter than that. */
    private boolean isOpen(ByteBuffer file) {
        for (int from = 0; from == 0 || from + OVERLAP_BYTES < file.limit(); from += PIECE_BYTES - OVERLAP_BYTES) {
            byte[] piece = new byte[Math.min(PIECE_BYTES, file.limit() - from)];
            file.get(from, piece);
            if (look.test(piece)) {
                return true;
            }
            if (exhausted()) {
                return false;
            }
        }
        return false;
    }

    private boolean inside(ByteBuffer bytes, int depth) {
        for (int from = 0; from < bytes.limit(); from += PIECE_BYTES) {
            byte[] piece = new byte[Math.min(PIECE_BYTES + WORD.length - 1, bytes.limit() - from)];
            bytes.get(from, piece);
            for (int at = 0; at + WORD.length <= piece.length; at++) {
                if (piece[at] == WORD[0] && isWord(piece, at)) {
                    int start = afterLineEnd(bytes, from + at + WORD.length);
                    if (isDeflated(bytes, start) && isIn(bytes, start, depth)) {
                        return true;
                    }
                    if (exhausted()) {
                        return false;
                    }
                }
            }
            if (exhausted()) {
                return false;
            }
        }
        return false;
    }

    private boolean isIn(ByteBuffer bytes, int start, int depth) {
        byte[] inflated = inflate(bytes, start);
        return look.test(inflated) || (depth < DEEPEST && !exhausted() && inside(ByteBuffer.wrap(inflated), depth + 1));
    }

    private boolean exhausted() {
        return streamsLeft <= 0 || bytesLeft <= 0 || System.nanoTime() - endNanos > 0;
    }

    private static boolean isWord(byte[] bytes, int at) {
        for (int i = 0; i < WORD.length; i++) {
            if (bytes[at + i] != WORD[i]) {
                return false;
            }
        }
        return true;
    }

    private static int afterLineEnd(ByteBuffer bytes, int at) {
        int next = at < bytes.limit() && bytes.get(at) == '\r' ? at + 1 : at;
        return next < bytes.limit() && bytes.get(next) == '\n' ? next + 1 : next;
    }

    /** RFC 1950, 2.2: method 8 and a sum that 31 divides. */
    private static boolean isDeflated(ByteBuffer bytes, int at) {
        return at + 1 < bytes.limit()
                && (bytes.get(at) & 0x0f) == 8
                && ((bytes.get(at) & 0xff) * 256 + (bytes.get(at + 1) & 0xff)) % 31 == 0;
    }

    private byte[] inflate(ByteBuffer bytes, int start) {
        streamsLeft--;
        ByteArrayOutputStream inflated = new ByteArrayOutputStream();
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes.slice(start, bytes.limit() - start));
            int count = inflater.inflate(buffer);
            while (count > 0 && bytesLeft > 0 && inflated.size() < MOST_BYTES_OF_ONE) {
                inflated.write(buffer, 0, count);
                bytesLeft -= count;
                count = inflater.inflate(buffer);
            }
        } catch (DataFormatException e) {
            return inflated.toByteArray();
        } finally {
            inflater.end();
        }
        return inflated.toByteArray();
    }
}
