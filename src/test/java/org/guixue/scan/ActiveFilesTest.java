package org.guixue.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.guixue.ValuesRefused;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** PDFs that hold more than pages: of these the pages alone are kept, and what is signed is kept whole or not at all. */
class ActiveFilesTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    @TempDir
    Path home;

    private ScanDesk desk;
    private Instrument paper;
    private byte[] scan;

    @BeforeEach
    void sitDown() {
        desk = new ScanDesk(workshop, home);
        paper = desk.notices(1).get(0);
        scan = ScannedSheets.pdf(desk.sheet(paper));
    }

    private static byte[] withScript(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            return saved(document);
        }
    }

    private static byte[] withFile(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("a.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {77, 90})));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("a.exe", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private byte[] filed(byte[] pdf) throws IOException {
        return desk.readingCopies.file(desk.clerk, desk.direct.file(desk.clerk, paper.id(), "签字.pdf", pdf));
    }

    @Test
    void ofAFileWithAScriptThePagesAreKept() throws IOException {
        byte[] kept = filed(withScript(scan));
        try (PDDocument document = Loader.loadPDF(kept)) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(null, document.getDocumentCatalog().getOpenAction());
        }
    }

    @Test
    void ofAFileThatHoldsAnotherThePagesAreKept() throws IOException {
        byte[] kept = filed(withFile(scan));
        try (PDDocument document = Loader.loadPDF(kept)) {
            assertEquals(null, document.getDocumentCatalog().getNames());
        }
    }

    @Test
    void aPlainFileIsKeptAsItIs() throws IOException {
        assertArrayEquals(scan, filed(scan));
    }

    @Test
    void aSignedFileWithAScriptIsRefusedByName() throws IOException {
        byte[] signed = Signed.byAnother(withScript(scan));
        ValuesRefused direct = assertThrows(ValuesRefused.class, () -> filed(signed));
        assertTrue(direct.violations().get(0).message().contains("签字.pdf"), direct.toString());
        assertThrows(ValuesRefused.class, () -> desk.receive(desk.clerk, signed));
        assertTrue(desk.copiesOf(paper).isEmpty());
    }

    @Test
    void ofAPileOnlyThePagesAreEverKept() throws IOException {
        desk.read(withScript(scan));
        byte[] kept = desk.readingCopies.file(desk.clerk, desk.copiesOf(paper).get(0));
        assertFalse(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1).contains("app.alert"));
    }
}
