package org.guixue.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an .xlsx: each is scanned before it is parsed, and parsed without document types and outer entities. */
final class XlsxPackage {
    private static final XMLInputFactory PARSERS = parsers();

    private final Zip zip;
    private long scannedBytes;

    XlsxPackage(Zip zip) {
        this.zip = zip;
    }

    /** Does something with each start of an element, until it has seen all. */
    interface OnElement {
        void start(XMLStreamReader xml) throws XMLStreamException;
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLReporter((message, type, information, place) -> {});
        return factory;
    }

    boolean has(String part) {
        return zip.has(part);
    }

    /** A first pass, see {@link XmlScan}. */
    void scan(String part, Consumer<XmlScan.Tag> onTag) throws IOException {
        BoundedPart bounded = stream(part, Limits.ALL_PARTS_BYTES - scannedBytes);
        XmlScan.of(bounded, onTag);
        scannedBytes += bounded.seenBytes();
    }

    /** A parser on a part that was scanned before. */
    XMLStreamReader parse(String part) throws IOException {
        try {
            return PARSERS.createXMLStreamReader(stream(part, Limits.PART_BYTES), "UTF-8");
        } catch (XMLStreamException e) {
            throw broken(part);
        }
    }

    /** Scans and reads a whole part. */
    void each(String part, OnElement onElement) throws IOException {
        scan(part, tag -> {});
        try {
            XMLStreamReader xml = parse(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    onElement.start(xml);
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw broken(part);
        }
    }

    static RuntimeException broken(String part) {
        return WorkbookRefusals.damaged("内部文件 " + part.substring(part.lastIndexOf('/') + 1) + " 不完整或有错");
    }

    /** An attribute by its local name, or the default. */
    static String attribute(XMLStreamReader xml, String name, String otherwise) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return otherwise;
    }

    private BoundedPart stream(String part, long bytesAtMost) {
        InputStream inflated = zip.open(part).orElseThrow(() -> WorkbookRefusals.damaged("缺少内部文件 " + part));
        return new BoundedPart(inflated, zip.deflatedBytes(part), bytesAtMost);
    }
}
