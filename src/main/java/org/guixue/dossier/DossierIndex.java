package org.guixue.dossier;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.rendering.Layouts;

/** What lies in a package: a page that opens in any browser without a network, and a table for programs. */
final class DossierIndex {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Dossier dossier;
    private final List<Line> lines;
    private final URI publicUrl;

    /**
     * An entry of the package.
     *
     * @param file the name of its sealed file there; empty for one that is not taken along
     * @param scans the names of its scans
     */
    record Line(DossierEntry entry, String file, List<String> scans) {
        String digest() {
            return entry.bound() ? entry.sha256().hex() : "";
        }

        String state() {
            return entry.standing() == DossierEntry.Standing.VALID
                    ? entry.state()
                    : entry.standing().remark();
        }
    }

    DossierIndex(Dossier dossier, List<Line> lines, URI publicUrl) {
        this.dossier = dossier;
        this.lines = List.copyOf(lines);
        this.publicUrl = publicUrl;
    }

    byte[] html() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", Dossier.TITLE);
        facts.put("child", about(dossier.child()));
        facts.put("madeBy", dossier.madeBy());
        facts.put("madeOn", dossier.madeOn().toString());
        facts.put("papers", lines.size());
        facts.put("bound", dossier.bound().size());
        facts.put("verify", publicUrl.resolve("/verify").toString());
        List<Map<String, Object>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(row(rows.size() + 1, line)));
        facts.put("missing", dossier.missing());
        facts.put("rows", rows);
        return Layouts.fill("dossier/index", facts).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> about(Dossier.Child child) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", child.name());
        facts.put("sex", child.sex());
        facts.put("maskedId", child.maskedId());
        facts.put("school", child.school());
        facts.put("schoolClass", child.schoolClass());
        facts.put("township", child.township());
        facts.put("caseState", child.caseState());
        return facts;
    }

    private static Map<String, Object> row(int no, Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", no);
        row.put("serial", line.entry().serial());
        row.put("title", line.entry().title());
        row.put("issuer", line.entry().issuer());
        row.put("date", line.entry().issuedOn().toString());
        row.put("number", line.entry().number().toString());
        row.put("state", line.state());
        row.put("pages", line.entry().bound() ? String.valueOf(line.entry().pages()) : "/");
        row.put("file", line.file());
        row.put("scans", line.scans());
        row.put("digest", line.digest());
        return row;
    }

    /** RFC 4180, UTF-8 with a byte order mark, so that office programs read the Chinese. */
    byte[] csv() {
        List<String> rows = new ArrayList<>();
        rows.add(csv(Stream.of("序号", "文号", "题名", "责任者", "日期", "档号", "状态", "页数", "文件", "SHA-256", "回收扫描件")));
        for (Line line : lines) {
            DossierEntry entry = line.entry();
            rows.add(csv(Stream.of(
                    String.valueOf(rows.size()),
                    entry.serial(),
                    entry.title(),
                    entry.issuer(),
                    entry.issuedOn().toString(),
                    entry.number().toString(),
                    line.state(),
                    entry.bound() ? String.valueOf(entry.pages()) : "",
                    line.file(),
                    line.digest(),
                    String.join(" ", line.scans()))));
        }
        return (BYTE_ORDER_MARK + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(Stream<String> cells) {
        return cells.map(DossierIndex::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** An apostrophe keeps an office program from taking a text for a formula. */
    private static String cell(String text) {
        String safe = text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
