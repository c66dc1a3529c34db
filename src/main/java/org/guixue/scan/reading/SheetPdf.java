package org.guixue.scan.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guixue.Sha256;
import org.guixue.rendering.SrgbProfile;

/**
 * Binds pictures of sheets into one PDF/A-2b, each on a page whose longer side is A4's. The same pictures give the same bytes:
 * no date, no name, and an id that is a digest. The pictures are kept as they are.
 */
public final class SheetPdf {
    private static final double LONGER_SIDE = 841.89;
    private static final int FIRST_PAGE = 6;
    private static final int OBJECTS_A_PAGE = 3;
    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>\
            <pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    private SheetPdf() {}

    /**
     * Binds pictures.
     *
     * @param jpegs gray or in colour, in the order of the pages
     * @throws IllegalArgumentException if there is none, or one is no such JPEG
     */
    public static byte[] of(List<byte[]> jpegs) {
        if (jpegs.isEmpty()) {
            throw new IllegalArgumentException("expected at least one picture, found none");
        }
        return new SheetPdf().bound(jpegs);
    }

    private byte[] bound(List<byte[]> jpegs) {
        write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        object("<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R/OutputIntents[4 0 R]>>");
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < jpegs.size(); i++) {
            kids.append(FIRST_PAGE + OBJECTS_A_PAGE * i).append(" 0 R ");
        }
        object("<</Type/Pages/Count %d/Kids[%s]>>"
                .formatted(jpegs.size(), kids.toString().strip()));
        stream("/Type/Metadata/Subtype/XML", XMP.getBytes(StandardCharsets.UTF_8));
        object("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile 5 0 R>>");
        stream("/N 3", SrgbProfile.bytes());
        for (int i = 0; i < jpegs.size(); i++) {
            page(FIRST_PAGE + OBJECTS_A_PAGE * i, jpegs.get(i));
        }
        end();
        return bytes.toByteArray();
    }

    private void page(int number, byte[] jpeg) {
        JpegFrame frame = JpegFrame.of(jpeg);
        if (frame.components() != 1 && frame.components() != 3) {
            throw new IllegalArgumentException(
                    "expected a picture in gray or colour, found components: " + frame.components());
        }
        double scale = LONGER_SIDE / Math.max(frame.width(), frame.height());
        String width = points(frame.width() * scale);
        String height = points(frame.height() * scale);
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R/Resources<</XObject<</P %d 0 R>>>>>>"
                .formatted(width, height, number + 1, number + 2));
        stream("", "%s 0 0 %s 0 0 cm /P Do".formatted(width, height).getBytes(StandardCharsets.US_ASCII));
        stream(
                "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s/Filter/DCTDecode"
                        .formatted(frame.width(), frame.height(), frame.components() == 1 ? "DeviceGray" : "DeviceRGB"),
                jpeg);
    }

    private static String points(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void object(String body) {
        begin();
        write(body + "\nendobj\n");
    }

    private void stream(String dictionary, byte[] body) {
        begin();
        write("<<%s/Length %d>>\nstream\n".formatted(dictionary, body.length));
        bytes.writeBytes(body);
        write("\nendstream\nendobj\n");
    }

    private void begin() {
        places.add(bytes.size());
        write(places.size() + " 0 obj\n");
    }

    private void end() {
        String id = Sha256.of(bytes.toByteArray()).hex().substring(0, 32);
        int table = bytes.size();
        write("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
        places.forEach(place -> write("%010d 00000 n \n".formatted(place)));
        write("trailer\n<</Size %d/Root 1 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(places.size() + 1, id, id, table));
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
