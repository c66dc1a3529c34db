package org.guixue.workbook;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Text of an .xlsx: runs joined, readings (rPh) left out, _x000D_ resolved, bounded. */
final class XlsxText {
    private XlsxText() {}

    /** From the start of an element to its end, the text of all {@code t} in it. */
    static String runs(XMLStreamReader xml, int row) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int reading = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("rPh")) {
                    reading = depth;
                } else if (xml.getLocalName().equals("t") && reading == 0) {
                    append(xml, text, row);
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                reading = depth == reading ? 0 : reading;
                depth--;
            }
        }
        return unescaped(text.toString());
    }

    /** From the start of an element to its end, its own text. */
    static String plain(XMLStreamReader xml, int row) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        append(xml, text, row);
        return text.toString();
    }

    private static void append(XMLStreamReader xml, StringBuilder text, int row) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + xml.getTextLength() > Limits.CELL_CHARS) {
                        throw WorkbookRefusals.tooLongCell(row);
                    }
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** ECMA-376 part 1, 22.9.2.19 ST_Xstring: _xHHHH_ is a character. */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (at + 6 < text.length() && text.charAt(at + 6) == '_' && isHex(text, at + 2)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isHex(String text, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
