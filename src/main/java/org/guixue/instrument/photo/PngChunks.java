package org.guixue.instrument.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** The chunks of a PNG up to its end mark, each whole and as its checksum says; what follows the end mark is not read. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int LARGEST_PROFILE = 8 << 20;
    private static final double SRGB_GAMMA = 0.45455;

    private final byte[] file;
    private final Map<String, ByteBuffer> first = new LinkedHashMap<>();
    private final List<ByteArrayInputStream> data = new ArrayList<>();

    PngChunks(byte[] file) throws UnfitPicture {
        this.file = file;
        int at = SIGNATURE;
        String type = "";
        while (!type.equals("IEND")) {
            if (at + FRAME > file.length) {
                throw UnfitPicture.incomplete();
            }
            int length = ByteBuffer.wrap(file, at, 4).getInt();
            if (length < 0) {
                throw UnfitPicture.damaged();
            }
            if ((long) at + FRAME + length > file.length) {
                throw UnfitPicture.incomplete();
            }
            CRC32 sum = new CRC32();
            sum.update(file, at + 4, length + 4);
            if ((int) sum.getValue()
                    != ByteBuffer.wrap(file, at + 8 + length, 4).getInt()) {
                throw UnfitPicture.damaged();
            }
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            take(type, at + 8, length);
            at += FRAME + length;
        }
        if (first.containsKey("acTL")) {
            throw new UnfitPicture("是动态图片（APNG），有不止一幅画面，请截取其中一幅，存为JPEG后上传");
        }
    }

    private void take(String type, int from, int length) throws UnfitPicture {
        if (first.isEmpty() && (!type.equals("IHDR") || length != 13)) {
            throw UnfitPicture.damaged();
        }
        if (type.equals("IDAT")) {
            data.add(new ByteArrayInputStream(file, from, length));
        }
        first.putIfAbsent(type, ByteBuffer.wrap(file, from, length).slice());
    }

    ByteBuffer header() {
        return first.get("IHDR").duplicate();
    }

    Optional<byte[]> bytes(String type) {
        return Optional.ofNullable(first.get(type)).map(PngChunks::bytes);
    }

    private static byte[] bytes(ByteBuffer chunk) {
        byte[] bytes = new byte[chunk.remaining()];
        chunk.duplicate().get(bytes);
        return bytes;
    }

    /** The rows of the picture as the filters left them. */
    InputStream rows() {
        return new InflaterInputStream(new SequenceInputStream(Collections.enumeration(data)));
    }

    /** What the chunks say of the colours; the profile goes before sRGB, sRGB before gamma and primaries (PNG 4.3). */
    Colours colours(int bands) throws UnfitPicture {
        Optional<byte[]> profile = bytes("iCCP");
        if (profile.isPresent()) {
            return Colours.profiled(inflated(profile.get()), bands);
        }
        long gamma = first.containsKey("sRGB") || !holds("gAMA", 4) ? 0 : number("gAMA", 0);
        boolean primaries = gamma > 0 && holds("cHRM", 32);
        if (gamma <= 0 || (!primaries && Math.abs(gamma / 1e5 - SRGB_GAMMA) < 0.0005)) {
            return Colours.plain(bands);
        }
        double[] xy = Primaries.SRGB.clone();
        for (int i = 0; primaries && i < xy.length; i++) {
            xy[i] = number("cHRM", 4 * i) / 1e5;
        }
        boolean same = Math.abs(gamma / 1e5 - SRGB_GAMMA) < 0.0005 && near(xy, Primaries.SRGB);
        return same ? Colours.plain(bands) : new Primaries(bands, gamma / 1e5, sane(xy));
    }

    private static double[] sane(double[] xy) throws UnfitPicture {
        double area = (xy[4] - xy[2]) * (xy[7] - xy[3]) - (xy[6] - xy[2]) * (xy[5] - xy[3]);
        for (int i = 1; i < xy.length; i += 2) {
            if (xy[i] <= 0 || Math.abs(area) < 1e-4) {
                throw new UnfitPicture("写明的颜色范围（cHRM）不成立，无法保证颜色不失真，请用“画图”等软件打开，另存为JPEG后重新上传");
            }
        }
        return xy;
    }

    private static boolean near(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > 0.002) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String type, int bytes) {
        return first.containsKey(type) && first.get(type).remaining() >= bytes;
    }

    private long number(String type, int at) {
        return first.get(type).getInt(at) & 0xffffffffL;
    }

    private static byte[] inflated(byte[] chunk) throws UnfitPicture {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 > chunk.length) {
            throw UnfitPicture.profiled("已损坏");
        }
        try (InputStream profile =
                new InflaterInputStream(new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2))) {
            return profile.readNBytes(LARGEST_PROFILE);
        } catch (IOException e) {
            throw UnfitPicture.profiled("已损坏");
        }
    }
}
