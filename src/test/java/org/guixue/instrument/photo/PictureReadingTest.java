package org.guixue.instrument.photo;

import static org.guixue.instrument.photo.MadePictures.chunk;
import static org.guixue.instrument.photo.MadePictures.deflated;
import static org.guixue.instrument.photo.MadePictures.header;
import static org.guixue.instrument.photo.MadePictures.joined;
import static org.guixue.instrument.photo.MadePictures.jpeg;
import static org.guixue.instrument.photo.MadePictures.png;
import static org.guixue.instrument.photo.MadePictures.profileChunk;
import static org.guixue.instrument.photo.MadePictures.quarters;
import static org.guixue.instrument.photo.MadePictures.repeated;
import static org.guixue.instrument.photo.MadePictures.withSegment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.guixue.TooLarge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence keeps its tones and colours and is whole, or is refused by what it is. */
class PictureReadingTest {
    private static final int SIDE = 2000;
    private static final byte[] LINEAR_RGB =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final byte[] GRAY =
            ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

    @Test
    void keepsTheTonesOfGrayOfEveryKind() throws IOException {
        assertEquals(0x808080, first(png(8, 8, 8, 0, repeated(8, 128))));
        assertEquals(0x808080, first(png(8, 8, 8, 4, repeated(16, 128, 255))), "with alpha");
        assertEquals(0xbfbfbf, first(png(8, 8, 8, 4, repeated(16, 128, 128))), "half transparent, on white");
        assertEquals(0xffffff, first(png(8, 8, 8, 4, repeated(16, 0, 0))), "transparent");
        assertEquals(0x404040, first(png(8, 8, 16, 0, repeated(16, 0x40, 0x40))));
        assertEquals(0xb6b6b6, first(png(8, 8, 16, 4, repeated(32, 0xb6, 0xb6, 255, 255))));
        byte[] clear = chunk("tRNS", (byte) 0, (byte) 7);
        assertEquals(0x808080, first(png(8, 8, 8, 0, repeated(8, 128), clear)), "another tone is the transparent one");
        assertEquals(0xffffff, first(png(8, 8, 8, 0, repeated(8, 7), clear)));
        assertEquals(0x555555, first(png(8, 8, 2, 0, repeated(2, 0b01010101))));
        assertEquals(0x000000, first(png(8, 8, 1, 0, repeated(1, 0b01111111))));
    }

    @Test
    void keepsColoursOfEveryKind() throws IOException {
        assertEquals(0xc8b4a0, first(png(4, 4, 8, 2, repeated(12, 200, 180, 160))));
        assertEquals(0xe3d9cf, first(png(4, 4, 8, 6, repeated(16, 200, 180, 160, 128))), "half transparent, on white");
        assertEquals(0xc8b4a0, first(png(4, 4, 16, 2, repeated(24, 200, 200, 180, 180, 160, 160))));
        byte[] palette = chunk("PLTE", repeated(6, 1, 2, 3, 200, 180, 160));
        byte[] clear = chunk("tRNS", (byte) 255, (byte) 0);
        assertEquals(0xc8b4a0, first(png(8, 4, 4, 3, repeated(4, 0x11), palette)));
        assertEquals(0xffffff, first(png(8, 4, 1, 3, repeated(1, 0xff), palette, clear)));
        assertEquals(0x010203, first(png(8, 4, 1, 3, repeated(1, 0), palette, clear)));
    }

    @Test
    void readsAnInterlacedPictureLikeOneThatIsNot() throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int[][] passes = {
            {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
        };
        for (int[] pass : passes) {
            for (int y = pass[1]; y < 13 && pass[0] < 11; y += pass[3]) {
                rows.write(0);
                for (int x = pass[0]; x < 11; x += pass[2]) {
                    rows.write(11 * y + x);
                }
            }
        }
        BufferedImage image = read(png(header(11, 13, 8, 0, 1), rows.toByteArray()));
        for (int i = 0; i < 11 * 13; i++) {
            assertEquals(i * 0x10101, image.getRGB(i % 11, i / 11) & 0xffffff);
        }
    }

    @Test
    void showsInkOfNoKnownPressAsBrowsersDo() throws IOException {
        byte[] plain = MadePictures.fourComponents(64, 64, 255, 255, 255, 128);
        assertNear(0x808080, first(withSegment(plain, 0xee, MadePictures.adobe(0))));
        byte[] luminance = MadePictures.fourComponents(64, 64, 20, 145, 113, 200);
        assertNear(0xc8b4a0, first(withSegment(luminance, 0xee, MadePictures.adobe(2))));
        assertRefused("CMYK", plain);
    }

    @Test
    void followsAnEmbeddedProfile() throws IOException {
        byte[] row = repeated(12, 55, 55, 55);
        byte[] named = joined("p\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(LINEAR_RGB));
        assertNear(0x808080, first(png(4, 4, 8, 2, row, chunk("iCCP", named))));
        byte[] jpeg = jpeg(flat(0x373737), false);
        byte[] half = Arrays.copyOf(LINEAR_RGB, 400);
        byte[] rest = Arrays.copyOfRange(LINEAR_RGB, 400, LINEAR_RGB.length);
        byte[] second = withSegment(jpeg, 0xe2, profileChunk(2, 2, rest));
        assertNear(0x808080, first(withSegment(second, 0xe2, profileChunk(1, 2, half))));
        assertNear(
                0x808080,
                first(withSegment(withSegment(jpeg, 0xe2, profileChunk(1, 2, half)), 0xe2, profileChunk(2, 2, rest))));
        assertRefused("缺少分段", second);
        assertRefused("已损坏", withSegment(jpeg, 0xe2, profileChunk(1, 1, half)));
        assertRefused("1个颜色分量", withSegment(jpeg, 0xe2, profileChunk(1, 1, GRAY)));
        assertRefused("ICC", png(4, 4, 8, 2, row, chunk("iCCP", repeated(20, 'p', 0, 0, 3))));
    }

    @Test
    void followsGammaAndPrimaries() throws IOException {
        byte[] row = repeated(12, 55, 55, 55);
        byte[] linear = chunk("gAMA", ByteBuffer.allocate(4).putInt(100_000).array());
        byte[] usual = chunk("gAMA", ByteBuffer.allocate(4).putInt(45_455).array());
        assertNear(0x808080, first(png(4, 4, 8, 2, row, linear)));
        assertEquals(0x373737, first(png(4, 4, 8, 2, row, usual)));
        assertEquals(0x373737, first(png(4, 4, 8, 2, row, linear, chunk("sRGB", (byte) 0))), "sRGB goes before");
        byte[] adobe = primaries(31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000);
        assertNear(0x808080, first(png(4, 4, 8, 2, repeated(12, 128), usual, adobe)));
        assertNear(0x00ff00, first(png(4, 4, 8, 2, repeated(12, 0, 255, 0), usual, adobe)) & 0x00ff00);
        assertRefused("cHRM", png(4, 4, 8, 2, row, linear, primaries(0, 0, 0, 0, 0, 0, 0, 0)));
    }

    private static byte[] primaries(int... values) {
        ByteBuffer chunk = ByteBuffer.allocate(32);
        Arrays.stream(values).forEach(chunk::putInt);
        return chunk("cHRM", chunk.array());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesAJpegThatWasCutAnywhere(boolean progressive) throws IOException {
        byte[] whole = jpeg(quarters(160, 120), progressive);
        for (int length = 3; length < whole.length - 2; length += Math.max(1, whole.length / 211)) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertRefused("不完整", cut);
            if (length > 4) {
                assertThrows(UnfitPicture.class, () -> read(joined(cut, new byte[] {(byte) 0xff, (byte) 0xd9})));
            }
        }
        int rgb = first(whole);
        assertEquals(rgb, first(Arrays.copyOf(whole, whole.length - 2)), "only the end mark is missing");
        assertEquals(rgb, first(Arrays.copyOf(whole, whole.length - 1)), "only half the end mark is missing");
        assertEquals(rgb, first(joined(whole, repeated(5000, 0xff, 0xd8, 1, 2))), "something follows");
    }

    @Test
    void refusesAPngThatWasCutAnywhereOrDamaged() throws IOException {
        byte[] whole = png(40, 40, 8, 2, repeated(120, 1, 2, 3, 4, 5, 6, 7));
        for (int length = 8; length < whole.length; length++) {
            assertRefused("不完整", Arrays.copyOf(whole, length));
        }
        byte[] damaged = whole.clone();
        damaged[whole.length - 20] ^= 1;
        assertRefused("已损坏", damaged);
        assertRefused("不完整", png(header(40, 40, 8, 2, 0), repeated(39 * 121, 0)));
        assertEquals(0x010203, first(joined(whole, repeated(500, 7))), "something follows");
    }

    @Test
    void turnsUprightByEachOfTheEightOrientations() throws IOException {
        byte[] plain = jpeg(quarters(64, 32), false);
        Map<Integer, String> corners =
                Map.of(1, "RGBK", 2, "GRKB", 3, "KBGR", 4, "BKRG", 5, "RBGK", 6, "BRKG", 7, "KGBR", 8, "GKRB");
        for (int value = 1; value <= 8; value++) {
            for (boolean littleEndian : new boolean[] {true, false}) {
                byte[] exif = MadePictures.exif(value, littleEndian);
                byte[] block = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif);
                assertEquals(
                        corners.get(value), corners(read(withSegment(plain, 0xe1, block))), "orientation " + value);
            }
        }
        byte[] strange = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), MadePictures.exif(9, true));
        assertEquals("RGBK", corners(read(withSegment(plain, 0xe1, strange))));
        byte[] row = joined(repeated(12, 255, 0, 0), repeated(12, 0, 255, 0));
        byte[] turned = png(8, 4, 8, 2, row, chunk("eXIf", MadePictures.exif(6, false)));
        assertEquals(4, read(turned).getWidth());
        assertEquals(0xff0000, read(turned).getRGB(0, 0) & 0xffffff);
    }

    private static String corners(BufferedImage image) {
        int right = image.getWidth() - 4;
        int bottom = image.getHeight() - 4;
        StringBuilder corners = new StringBuilder();
        for (int[] at : new int[][] {{3, 3}, {right, 3}, {3, bottom}, {right, bottom}}) {
            int rgb = image.getRGB(at[0], at[1]);
            boolean red = ((rgb >> 16) & 0xff) > 200;
            boolean green = ((rgb >> 8) & 0xff) > 200;
            boolean blue = (rgb & 0xff) > 200;
            corners.append(red ? 'R' : green ? 'G' : blue ? 'B' : 'K');
        }
        return corners.toString();
    }

    @Test
    void saysWhatAFileIsThatIsNoJpegWhateverItsName() {
        Map<String, List<String>> starts = Map.of(
                "HEIC", List.of("\0\0\0\30ftypheic\0\0\0\0mif1heic", "\0\0\0\30ftypmif1\0\0\0\0mif1heic"),
                "AVIF", List.of("\0\0\0\34ftypavif\0\0\0\0avifmif1miaf"),
                "视频", List.of("\0\0\0\24ftypqt  \0\0\0\0qt  "),
                "WebP", List.of("RIFF\1\1\1\1WEBPVP8 "),
                "GIF", List.of("GIF89a\1\0\1\0", "GIF87a"),
                "BMP", List.of("BM\1\1\1\1\0\0\0\0"),
                "TIFF", List.of("II*\0\10\0\0\0", "MM\0*\0\0\0\10"),
                "PDF", List.of("%PDF-1.7\n"),
                "压缩包", List.of("PK\3\4\0\0"),
                "空文件", List.of(""));
        starts.forEach((name, files) -> files.forEach(start -> assertRefused(
                name,
                start.isEmpty() ? new byte[0] : joined(start.getBytes(StandardCharsets.ISO_8859_1), new byte[64]))));
        assertRefused("不是能够读取", "just words".getBytes(StandardCharsets.UTF_8));
        byte[] animated = png(4, 4, 8, 2, repeated(12, 1), chunk("acTL", new byte[8]));
        assertRefused("APNG", animated);
    }

    @Test
    void averagesALargePictureInStrips() throws IOException {
        BufferedImage large = read(png(9000, 6000, 8, 2, repeated(27000, 255, 255, 255, 0, 0, 0)));
        assertEquals(2000, large.getWidth());
        assertEquals(1333, large.getHeight());
        assertEquals(0x808080, large.getRGB(1000, 600) & 0xf0f0f0 & 0x808080);
        BufferedImage photo = read(jpeg(quarters(7000, 5000), false));
        assertEquals(2000, photo.getWidth());
        assertEquals("RGBK", corners(photo));
    }

    @Test
    void refusesByNameWhatWouldNotFitIntoMemory() throws IOException {
        byte[] bomb = png(header(60_000, 60_000, 8, 0, 0), new byte[10]);
        assertTrue(assertThrows(TooLarge.class, () -> read(bomb)).getMessage().contains("60000×60000"));
        byte[] progressive = jpeg(quarters(16, 16), true);
        int frame = IntStream.range(0, progressive.length)
                .filter(i -> progressive[i] == (byte) 0xff && progressive[i + 1] == (byte) 0xc2)
                .findFirst()
                .orElseThrow();
        ByteBuffer.wrap(progressive).putShort(frame + 5, (short) 7000).putShort(frame + 7, (short) 7000);
        assertTrue(assertThrows(TooLarge.class, () -> read(progressive))
                .getMessage()
                .contains("渐进式"));
    }

    private static BufferedImage flat(int rgb) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 32 * 32; i++) {
            image.setRGB(i % 32, i / 32, rgb);
        }
        return image;
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return PictureReading.of(file, "照片.jpg", SIDE).image();
    }

    private static int first(byte[] file) throws IOException {
        return read(file).getRGB(0, 0) & 0xffffff;
    }

    private static void assertNear(int expected, int found) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = Math.abs(((expected >> shift) & 0xff) - ((found >> shift) & 0xff));
            assertTrue(difference <= 3, Integer.toHexString(expected) + " but " + Integer.toHexString(found));
        }
    }

    private static void assertRefused(String word, byte[] file) {
        UnfitPicture refused = assertThrows(UnfitPicture.class, () -> read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains(word), word + " in " + refused.getMessage());
    }
}
