package org.guixue.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.archive.ArchivalNumber;
import org.guixue.rendering.Renderer;
import org.guixue.rendering.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the archive is damaged, another gone: the rest of the dossier goes out, and says what is missing. */
class DamagedPaperTest {
    @TempDir
    Path folder;

    private SampleDossier sample;
    private final List<ArchivalNumber> alarms = new ArrayList<>();
    private Dossier dossier;

    @BeforeEach
    void damage() throws IOException {
        sample = new SampleDossier(folder);
        Files.write(sample.archive.pathOf(SampleDossier.number(6)), new byte[] {1, 2, 3});
        String scan = sample.archive.history(SampleDossier.number(1)).scans().get(1);
        Files.delete(sample.records.resolve("SF01/2026/D30").resolve(scan));
        FilesAtHand files = new FilesAtHand(sample.archive, alarms::add);
        dossier = new Dossier(
                sample.dossier.child(),
                sample.dossier.entries().stream().map(files::check).toList(),
                sample.dossier.madeBy(),
                sample.dossier.madeAt());
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void raisesTheAlarm() {
        assertEquals(List.of(SampleDossier.number(1), SampleDossier.number(6)), alarms);
    }

    @Test
    void theVolumeHasTheOthersAndAPageThatNamesTheMissing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DossierPdf(sample.archive, new Renderer(Samples.FONTS), Samples.FONTS).write(dossier, out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertTrue(text.contains("缺件说明"), text);
            assertTrue(text.contains("档号" + SampleDossier.number(6)), text);
            assertTrue(text.contains("回收件2：归档文件损坏或丢失"), text);
            assertEquals(3 + dossier.pages(), pdf.getNumberOfPages(), "cover, contents, what is missing, the others");
        }
    }

    @Test
    void thePackageHasTheOthersAndItsIndexNamesTheMissing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DossierPackage(sample.archive, URI.create("https://guixue.example.cn/")).write(dossier, out);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().replaceFirst("^.*/", ""), zip.readAllBytes());
            }
        }
        assertTrue(
                files.containsKey(SampleDossier.file(1) + ".pdf"),
                files.keySet().toString());
        assertTrue(
                files.containsKey(SampleDossier.file(2) + ".pdf"),
                files.keySet().toString());
        assertFalse(
                files.containsKey(SampleDossier.file(6) + ".pdf"),
                files.keySet().toString());
        String index = new String(files.get("index.html"), StandardCharsets.UTF_8);
        assertTrue(index.contains("缺件说明") && index.contains("归档文件损坏"), index);
    }
}
