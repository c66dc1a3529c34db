package org.guixue.dossier;

import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guixue.archive.Archive;
import org.guixue.rendering.About;
import org.guixue.rendering.Fonts;
import org.guixue.rendering.Layouts;
import org.guixue.rendering.Mark;
import org.guixue.rendering.Paper;
import org.guixue.rendering.Renderer;
import org.guixue.rendering.Volume;

/**
 * A dossier as one volume to read and print: cover, contents (卷内目录, the columns of GB/T 9705-2008), then a copy of every
 * paper that may be taken along, and behind it pictures of what came back. Copies prove nothing: who wants proof takes the
 * package.
 *
 * <p>One paper is in memory at a time beside the stream's own buffers.
 */
final class DossierPdf {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private final Archive archive;
    private final Renderer renderer;
    private final Fonts fonts;

    DossierPdf(Archive archive, Renderer renderer, Fonts fonts) {
        this.archive = archive;
        this.renderer = renderer;
        this.fonts = fonts;
    }

    /**
     * Writes the volume; the stream stays the caller's.
     *
     * @throws org.guixue.archive.Damaged when a file is not what the catalogue says; what was written until then is no PDF
     */
    void write(Dossier dossier, OutputStream out) {
        About about = about(dossier);
        String front = front(dossier);
        Volume volume = new Volume(fonts, about, out);
        volume.front(front, "封面", "目录");
        for (DossierEntry entry : dossier.bound()) {
            bind(entry, volume);
        }
        volume.end();
    }

    private void bind(DossierEntry entry, Volume volume) {
        boolean isVoid = entry.standing() == DossierEntry.Standing.VOID;
        Mark mark = isVoid ? Mark.VOID_COPY : Mark.COPY;
        String name = entry.serial() + " " + entry.title() + (isVoid ? "（已作废）" : "");
        volume.copy(
                archive.read(entry.number(), entry.sha256()), anchor(entry), name, mark, isVoid ? "副本（原件已作废）" : "副本");
        for (DossierEntry.Scan scan : entry.scansAtHand()) {
            volume.scan(
                    archive.readScan(entry.number(), scan.n()),
                    scan.pages(),
                    entry.serial() + " 回收件" + (entry.scans().size() > 1 ? scan.n() : ""),
                    mark,
                    isVoid ? "回收件副本（原件已作废）" : "回收件副本");
        }
    }

    private static String anchor(DossierEntry entry) {
        return entry.number().toString();
    }

    private static About about(Dossier dossier) {
        return new About(Dossier.TITLE, dossier.madeBy(), dossier.child().name(), dossier.madeAt());
    }

    /** Cover and contents; laid out once to learn how many pages they take before the page numbers are written. */
    private String front(Dossier dossier) {
        int pages = renderer.render(Paper.of(front(dossier, 2, false), about(dossier)))
                .pages();
        return front(dossier, pages, true);
    }

    /** @param linked whether the contents lead to the papers, which they can only in the volume */
    private String front(Dossier dossier, int frontPages, boolean linked) {
        Dossier.Child child = dossier.child();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", Dossier.TITLE);
        facts.put("name", fonts.drawable(child.name()));
        facts.put("sex", child.sex());
        facts.put("maskedId", child.maskedId());
        facts.put("school", fonts.drawable(child.school()));
        facts.put("schoolClass", fonts.drawable(child.schoolClass()));
        facts.put("region", fonts.drawable(child.region()));
        facts.put("township", fonts.drawable(child.township()));
        facts.put("caseState", child.caseState());
        facts.put("papers", dossier.entries().size());
        facts.put("bound", dossier.bound().size());
        facts.put("pages", frontPages + dossier.pages());
        facts.put("madeBy", fonts.drawable(dossier.madeBy()));
        facts.put("madeOn", dossier.madeOn().format(WRITTEN));
        facts.put("missing", dossier.missing().stream().map(fonts::drawable).toList());
        facts.put("rows", rows(dossier, frontPages, linked));
        return Layouts.fill("dossier/front", facts);
    }

    private List<Map<String, Object>> rows(Dossier dossier, int frontPages, boolean linked) {
        List<Integer> firstPages = dossier.firstPages(frontPages);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DossierEntry entry : dossier.entries()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("no", rows.size() + 1);
            row.put("serial", fonts.drawable(entry.serial()));
            row.put("issuer", fonts.drawable(entry.issuer()));
            row.put("title", fonts.drawable(entry.title()));
            row.put("date", entry.issuedOn().toString());
            row.put("page", entry.bound() ? firstPages.get(rows.size()).toString() : "/");
            row.put("remark", entry.remark());
            row.put("link", linked && entry.bound() ? "#" + anchor(entry) : "");
            rows.add(row);
        }
        return rows;
    }
}
