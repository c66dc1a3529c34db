package org.guixue.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes .xlsx files by hand, as other programs write them and as nobody should. */
final class HandMade {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private HandMade() {}

    /** A workbook of one sheet from the XML of its rows and what follows them; styles: 1 a date, 2 text, 3 000000. */
    static byte[] xlsx(String rows, String after) {
        Map<String, String> parts = parts("<sheet name=\"名册\" sheetId=\"1\" r:id=\"rId1\"/>");
        parts.put("xl/worksheets/sheet1.xml", sheet(rows, after));
        return zip(parts);
    }

    static byte[] xlsx(String rows) {
        return xlsx(rows, "");
    }

    static Map<String, String> parts(String sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"" + LINKS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"" + LINKS
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + LINKS
                        + "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN
                        + "\"><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
                        + "<numFmt numFmtId=\"177\" formatCode=\"000000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"176\"/><xf numFmtId=\"49\"/><xf numFmtId=\"177\"/></cellXfs></styleSheet>");
        return parts;
    }

    static String sheet(String rows, String after) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>";
    }

    /** A row of inline texts; an empty one leaves the cell out. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < texts.length; column++) {
            if (!texts[column].isEmpty()) {
                String address = Row.letters(column) + number;
                row.append("<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + texts[column] + "</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
