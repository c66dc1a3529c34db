package org.guixue.scan.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What drawing a page of a PDF would take, found out before it is drawn: PDFBox unpacks every stream into memory, however
 * small it was packed. Refuses bombs; measures the largest picture.
 */
final class PageLoad {
    private static final long MOST_UNPACKED = 80_000_000;
    private static final long MOST_IN_ALL = 400_000_000;
    private static final long MOST_PIXELS = 120_000_000;
    private static final int MOST_OBJECTS = 100_000;
    /** Deflate makes a byte of 1,032 at most, LZW of some 1,400. */
    private static final long MOST_PACKED = 1_400;

    private static final Set<COSName> PICTURE_FILTERS = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION);
    private static final Set<COSName> ELSEWHERE = Set.of(
            COSName.PARENT,
            COSName.P,
            COSName.A,
            COSName.AA,
            COSName.B,
            COSName.DEST,
            COSName.getPDFName("Thumb"),
            COSName.getPDFName("Popup"),
            COSName.getPDFName("IRT"),
            COSName.getPDFName("PieceInfo"),
            COSName.METADATA);

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();
    private long unpacked;
    private long longest;
    private long heaviest;

    private PageLoad() {}

    static PageLoad of(PDPage page) throws UnfitPage, IOException {
        PageLoad load = new PageLoad();
        load.open.add(page.getCOSObject());
        if (page.getResources() != null) {
            load.open.add(page.getResources().getCOSObject());
        }
        while (!load.open.isEmpty()) {
            load.look(load.open.pop());
        }
        return load;
    }

    /** The longest side of all pictures, in pixels; 0 where there is none. */
    long longest() {
        return longest;
    }

    /** Bytes of the largest picture as it is held while it is drawn. */
    long heaviest() {
        return heaviest;
    }

    private void look(COSBase base) throws UnfitPage, IOException {
        COSBase object = base instanceof COSObject reference ? reference.getObject() : base;
        if (object == null || !seen.add(object)) {
            return;
        }
        if (seen.size() > MOST_OBJECTS) {
            throw UnfitPage.tooLarge("的内容过于复杂");
        }
        if (object instanceof COSStream stream) {
            weigh(stream);
        }
        if (object instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                if (!ELSEWHERE.contains(key)) {
                    push(dictionary.getItem(key));
                }
            }
        } else if (object instanceof COSArray array) {
            array.forEach(this::push);
        }
    }

    private void push(COSBase base) {
        if (base instanceof COSObject || base instanceof COSDictionary || base instanceof COSArray) {
            open.push(base);
        }
    }

    private void weigh(COSStream stream) throws UnfitPage, IOException {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            long width = stream.getLong(COSName.WIDTH, 0);
            long height = stream.getLong(COSName.HEIGHT, 0);
            pixels(width, height);
            longest = Math.max(longest, Math.max(width, height));
            boolean plain =
                    stream.getInt(COSName.BITS_PER_COMPONENT, 8) == 1 || stream.getBoolean(COSName.IMAGE_MASK, false);
            heaviest = Math.max(heaviest, width * height * (plain ? 1 : 4));
        }
        List<COSName> filters = filters(stream);
        byte[] packed = null;
        for (int i = 0; i < filters.size(); i++) {
            COSName filter = filters.get(i);
            if (PICTURE_FILTERS.contains(filter)) {
                picture(filter, stream, packed);
                return;
            }
            boolean last = i == filters.size() - 1;
            if (!last || length(stream, packed) * MOST_PACKED > MOST_UNPACKED) {
                Bounded bounded = new Bounded(!last);
                try (InputStream input = input(stream, packed)) {
                    unpack(FilterFactory.INSTANCE.getFilter(filter), input, bounded);
                }
                packed = bounded.kept.toByteArray();
            }
        }
    }

    private void unpack(Filter filter, InputStream input, Bounded bounded) throws UnfitPage {
        try {
            filter.decode(input, bounded, new COSDictionary(), 0);
        } catch (IOException e) {
            if (bounded.full()) {
                throw UnfitPage.tooLarge("的数据解压后超过%d MB".formatted(MOST_UNPACKED / 1_000_000));
            }
        }
        unpacked += bounded.count;
        if (unpacked > MOST_IN_ALL) {
            throw UnfitPage.tooLarge("的数据解压后超过%d MB".formatted(MOST_IN_ALL / 1_000_000));
        }
    }

    private static void picture(COSName filter, COSStream stream, byte[] packed) throws UnfitPage, IOException {
        if (filter.equals(COSName.CCITTFAX_DECODE) || filter.equals(COSName.CCITTFAX_DECODE_ABBREVIATION)) {
            COSBase given = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
            COSBase of =
                    given instanceof COSArray array && array.size() > 0 ? array.getObject(array.size() - 1) : given;
            if (of instanceof COSDictionary fax) {
                pixels(fax.getLong(COSName.COLUMNS, 1728), fax.getLong(COSName.ROWS, 0));
            }
        } else if (filter.equals(COSName.DCT_DECODE) || filter.equals(COSName.DCT_DECODE_ABBREVIATION)) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
            try (InputStream input = input(stream, packed);
                    MemoryCacheImageInputStream image = new MemoryCacheImageInputStream(input)) {
                reader.setInput(image, true, true);
                pixels(reader.getWidth(0), reader.getHeight(0));
            } catch (IOException e) {
                throw UnfitPage.damaged();
            } finally {
                reader.dispose();
            }
        }
    }

    private static void pixels(long width, long height) throws UnfitPage {
        boolean beyond = width < 0 || height < 0 || width > MOST_PIXELS || height > MOST_PIXELS;
        if (beyond || width * height > MOST_PIXELS) {
            throw UnfitPage.tooLarge("的图像有%d×%d像素".formatted(width, height));
        }
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        List<COSName> names = new ArrayList<>();
        if (filters instanceof COSName name) {
            names.add(name);
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static long length(COSStream stream, byte[] packed) {
        return packed == null ? stream.getLength() : packed.length;
    }

    private static InputStream input(COSStream stream, byte[] packed) throws IOException {
        return packed == null ? stream.createRawInputStream() : new ByteArrayInputStream(packed);
    }

    /** Counts what is unpacked, and ends it where it is too much. */
    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final boolean keeping;
        private long count;

        Bounded(boolean keeping) {
            this.keeping = keeping;
        }

        boolean full() {
            return count > MOST_UNPACKED;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count += length;
            if (full()) {
                throw new IOException("more than " + MOST_UNPACKED + " bytes");
            }
            if (keeping) {
                kept.write(bytes, from, length);
            }
        }
    }
}
