package org.guixue.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An .xlsx or .xlsm (ECMA-376, transitional or strict). Macros are never looked at. */
final class XlsxSheets implements Sheets {
    private final XlsxPackage parts;
    private final List<String> names = new ArrayList<>();
    private final List<String> sheetParts = new ArrayList<>();
    private final SharedStrings strings = new SharedStrings();
    private final List<NumberFormat> formats = new ArrayList<>();
    private boolean since1904;

    XlsxSheets(Zip zip) throws IOException {
        this.parts = new XlsxPackage(zip);
        String workbook = target("_rels/.rels", "", "/officeDocument", "xl/workbook.xml");
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        String rels = folder + "_rels/" + workbook.substring(folder.length()) + ".rels";
        readSheets(workbook, folder, relations(rels));
        String styles = target(rels, folder, "/styles", folder + "styles.xml");
        if (parts.has(styles)) {
            readStyles(styles);
        }
        String texts = target(rels, folder, "/sharedStrings", folder + "sharedStrings.xml");
        if (parts.has(texts)) {
            readStrings(texts);
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public Outline outline(int sheet, Extent extent) throws IOException {
        MergedAreas merged = new MergedAreas();
        int before = extent.rows();
        parts.scan(sheetParts.get(sheet), tag -> {
            if (tag.opens("row")) {
                extent.addRow();
            } else if (tag.opens("c")) {
                extent.addCells(1);
            } else if (tag.opens("mergeCell")) {
                merged.add(reference(tag.toString()));
            }
        });
        return new Outline(merged, extent.rows() - before);
    }

    private static String reference(String tag) {
        int at = tag.indexOf("ref=");
        if (at < 0 || at + 5 >= tag.length()) {
            return "";
        }
        int end = tag.indexOf(tag.charAt(at + 4), at + 5);
        return end < 0 ? "" : tag.substring(at + 5, end);
    }

    @Override
    public RowSource rows(int sheet) throws IOException {
        String part = sheetParts.get(sheet);
        return new XlsxRows(parts.parse(part), part, strings, formats, since1904);
    }

    private void readSheets(String workbook, String folder, Map<String, String> relations) throws IOException {
        parts.each(workbook, xml -> {
            if (xml.getLocalName().equals("workbookPr")) {
                String flag = XlsxPackage.attribute(xml, "date1904", "0");
                since1904 = flag.equals("1") || flag.equals("true");
            } else if (xml.getLocalName().equals("sheet")
                    && XlsxPackage.attribute(xml, "state", "visible").equals("visible")) {
                String target = relations.getOrDefault(XlsxPackage.attribute(xml, "id", ""), "");
                String part = resolved(folder, target);
                boolean chart = target.contains("chartsheet") || target.contains("dialogsheet");
                if (!chart && !part.isEmpty()) {
                    names.add(XlsxPackage.attribute(xml, "name", ""));
                    sheetParts.add(part);
                }
            }
        });
    }

    private void readStyles(String part) throws IOException {
        Map<Integer, String> codes = new HashMap<>();
        boolean[] inCells = {false};
        parts.each(part, xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" ->
                    codes.put(
                            number(XlsxPackage.attribute(xml, "numFmtId", "")),
                            XlsxPackage.attribute(xml, "formatCode", ""));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs", "cellStyleXfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        int id = number(XlsxPackage.attribute(xml, "numFmtId", "0"));
                        formats.add(NumberFormat.of(id, codes.getOrDefault(id, "")));
                    }
                }
                default -> {}
            }
        });
    }

    private void readStrings(String part) throws IOException {
        parts.scan(part, tag -> {});
        try {
            XMLStreamReader xml = parts.parse(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    strings.add(XlsxText.runs(xml, 0));
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw XlsxPackage.broken(part);
        }
    }

    private Map<String, String> relations(String rels) throws IOException {
        Map<String, String> targets = new HashMap<>();
        if (parts.has(rels)) {
            parts.each(rels, xml -> {
                if (xml.getLocalName().equals("Relationship")) {
                    targets.put(XlsxPackage.attribute(xml, "Id", ""), XlsxPackage.attribute(xml, "Target", ""));
                }
            });
        }
        return targets;
    }

    private String target(String rels, String folder, String type, String otherwise) throws IOException {
        String[] found = {otherwise};
        if (parts.has(rels)) {
            parts.each(rels, xml -> {
                if (xml.getLocalName().equals("Relationship")
                        && XlsxPackage.attribute(xml, "Type", "").endsWith(type)) {
                    found[0] = resolved(folder, XlsxPackage.attribute(xml, "Target", otherwise));
                }
            });
        }
        return found[0];
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            rest = rest.substring(3);
        }
        return base + (rest.startsWith("./") ? rest.substring(2) : rest);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
    }
}
