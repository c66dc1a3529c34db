package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataTextTest {
    private static final String ATTRIBUTES = "<rdf:Description xmp:ModifyDate=\"old\" pdf:Producer=\"old\" "
            + "pdfaid:part=\"3\" pdfaid:conformance=\"A\" pdfuaid:part=\"1\"/>";
    private static final String ELEMENTS = "<rdf:Description><xmp:ModifyDate>old</xmp:ModifyDate>\n"
            + "<pdf:Producer>old</pdf:Producer><pdfaid:part>3</pdfaid:part>"
            + "<pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description>";

    @Test
    void replacesAttributesAndElementsAlike() {
        for (String xmp : new String[] {ATTRIBUTES, ELEMENTS}) {
            byte[] modified = read(xmp).orElseThrow().modified("2026-11-22T10:00:00Z", "A & \"B\" <$1>");
            assertEquals(
                    xmp.replaceFirst("old", "2026-11-22T10:00:00Z").replace("old", "A &amp; &quot;B&quot; &lt;$1&gt;"),
                    new String(modified, StandardCharsets.UTF_8));
        }
    }

    @Test
    void leavesToTheParserWhatIsNotPlain() {
        assertTrue(read("").isEmpty());
        assertTrue(read(ATTRIBUTES.replace("part=\"3\"", "part=\"2\"")).isEmpty());
        assertTrue(read(ATTRIBUTES.replace("conformance=\"A\"", "conformance=\"B\""))
                .isEmpty());
        assertTrue(read(ATTRIBUTES.replace("pdfuaid:part=\"1\"", "")).isEmpty());
        assertTrue(read(ATTRIBUTES.replace("pdf:Producer", "x:Producer")).isEmpty());
        assertTrue(read(ATTRIBUTES + ELEMENTS).isEmpty());
        assertTrue(read(ELEMENTS + "a title that says xmp:ModifyDate=\"today\"").isEmpty());
    }

    private static Optional<MetadataText> read(String xmp) {
        return MetadataText.read(xmp.getBytes(StandardCharsets.UTF_8));
    }
}
