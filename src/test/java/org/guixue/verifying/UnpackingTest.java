package org.guixue.verifying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class UnpackingTest {
    private static final Duration MOST = Duration.ofSeconds(3);
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final int FILE_BYTES = VerifyApi.MAX_BYTES;

    @Test
    void seesWhatLiesOpenOrInStreamsTwoDeep() {
        byte[] word = bytes("here is the needle, you see");
        assertTrue(finds(word));
        assertTrue(finds(stream(word)));
        assertTrue(finds(stream(stream(word))));
        assertFalse(finds(stream(stream(stream(word)))), "two layers are enough");
        assertFalse(finds(stream(bytes("a haystack"))));
    }

    @Test
    void seesWhatLiesAcrossTwoPiecesAndAtTheEnd() {
        for (int before : new int[] {
            (2 << 20) - 3, (2 << 20) - (128 << 10) - 3, (4 << 20) - (256 << 10) - 3, (2 << 20) - 40, 7 << 20
        }) {
            assertTrue(finds(joined(new byte[before], bytes("needle"))), "behind " + before);
            assertTrue(finds(joined(new byte[before], stream(bytes("needle")))), "deflated behind " + before);
        }
    }

    @Test
    void seesStreamsBehindAnyLineEnd() {
        byte[] deflated = deflated(bytes("the needle"));
        for (String end : new String[] {"\n", "\r\n", ""}) {
            assertTrue(finds(joined(bytes("<</Filter/FlateDecode>>stream" + end), deflated)));
        }
    }

    @Test
    void seesWhatStandsBeforeTheBrokenPlaceOfAStream() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        byte[] file = stream(joined(bytes("the needle"), noise));
        file[file.length / 2] ^= 0x55;
        assertTrue(finds(file));
        assertFalse(finds(new byte[0]));
        assertFalse(finds(bytes("stream")));
        assertFalse(finds(bytes("stream\nx")));
    }

    @Test
    void aFileFullOfBombsCostsBoundedTimeAndMemory() {
        byte[] bomb = stream(new byte[20 << 20]);
        AtomicInteger largest = new AtomicInteger();
        byte[] file = repeated(bomb);
        assertTimeout(
                PROMISED,
                () -> assertFalse(new Unpacking(
                                bytes -> {
                                    largest.accumulateAndGet(bytes.length, Math::max);
                                    return false;
                                },
                                MOST)
                        .finds(ByteBuffer.wrap(file))));
        assertTrue(largest.get() <= (8 << 20) + (1 << 15), "held " + largest.get());
    }

    @Test
    void aBombOfBombsCostsBoundedTime() {
        byte[] inner = stream(new byte[6 << 20]);
        byte[] file = repeated(stream(joined(inner, inner, inner, inner)));
        assertTimeout(PROMISED, () -> assertFalse(finds(file)));
    }

    @Test
    void aFileOfNothingButBeginningsCostsBoundedTime() {
        assertTimeout(PROMISED, () -> assertFalse(finds(repeated(bytes("stream\n")))));
        assertTimeout(PROMISED, () -> assertFalse(finds(repeated(bytes("stream\nx\u009c")))));
    }

    @Test
    void endsWhenItsTimeIsOver() {
        AtomicInteger looks = new AtomicInteger();
        byte[] file = repeated(stream(bytes("hay")));
        new Unpacking(bytes -> looks.incrementAndGet() < 0, Duration.ZERO).finds(ByteBuffer.wrap(file));
        assertEquals(2, looks.get(), "the beginning of the file and the first stream");
    }

    private static boolean finds(byte[] file) {
        return new Unpacking(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("needle"), MOST)
                .finds(ByteBuffer.wrap(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] stream(byte[] content) {
        return joined(
                bytes("1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"), deflated(content), bytes("\nendstream\n"));
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return deflated.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** As large a file as the public page takes. */
    private static byte[] repeated(byte[] part) {
        byte[] file = new byte[FILE_BYTES];
        for (int at = 0; at < file.length; at += part.length) {
            System.arraycopy(part, 0, file, at, Math.min(part.length, file.length - at));
        }
        return file;
    }
}
