package org.guixue.signing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metadata (XMP, ISO 16684-1) of a PDF/A-3a and PDF/UA-1 document as text in which two values can be replaced: to parse
 * it and write it anew would be a seventh of a sealing.
 */
final class MetadataText {
    private static final Pattern PDFA_PART = property("pdfaid:part");
    private static final Pattern PDFA_CONFORMANCE = property("pdfaid:conformance");
    private static final Pattern PDFUA_PART = property("pdfuaid:part");
    private static final Pattern MODIFIED = property("xmp:ModifyDate");
    private static final Pattern PRODUCER = property("pdf:Producer");

    private final String xmp;

    private MetadataText(String xmp) {
        this.xmp = xmp;
    }

    /** Empty if it is of another standard, or if any of the five properties does not stand there plainly and once. */
    static Optional<MetadataText> read(byte[] xmp) {
        MetadataText text = new MetadataText(new String(xmp, StandardCharsets.UTF_8));
        boolean plain = text.value(PDFA_PART).equals(Optional.of("3"))
                && text.value(PDFA_CONFORMANCE).equals(Optional.of("A"))
                && text.value(PDFUA_PART).equals(Optional.of("1"))
                && text.value(MODIFIED).isPresent()
                && text.value(PRODUCER).isPresent();
        return plain ? Optional.of(text) : Optional.empty();
    }

    /** The same metadata with another date (ISO 8601, with its zone) and producer. */
    byte[] modified(String date, String producer) {
        return new MetadataText(replaced(MODIFIED, date))
                .replaced(PRODUCER, producer)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An attribute or a whole element, as the two usual ways to write XMP have it. */
    private static Pattern property(String name) {
        return Pattern.compile(name + "(?:=\"|>)([^<\"]*)(?:\"|</" + name + ">)");
    }

    private Optional<String> value(Pattern property) {
        Matcher found = property.matcher(xmp);
        if (!found.find()) {
            return Optional.empty();
        }
        String value = found.group(1);
        return found.find() ? Optional.empty() : Optional.of(value);
    }

    private String replaced(Pattern property, String value) {
        Matcher found = property.matcher(xmp);
        if (!found.find()) {
            throw new IllegalStateException("expected the property that was read: " + property);
        }
        return xmp.substring(0, found.start(1)) + escaped(value) + xmp.substring(found.end(1));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
