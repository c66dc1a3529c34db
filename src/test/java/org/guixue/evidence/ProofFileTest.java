package org.guixue.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;
import org.guixue.archive.FileType;
import org.junit.jupiter.api.Test;

class ProofFileTest {
    private static String refusal(byte[] bytes, String name) {
        ValuesRefused refused = assertThrows(ValuesRefused.class, () -> ProofFile.of(bytes, name));
        assertEquals("file", refused.violations().get(0).field());
        return refused.violations().get(0).message();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            int length = all.length;
            all = Arrays.copyOf(all, length + part.length);
            System.arraycopy(part, 0, all, length, part.length);
        }
        return all;
    }

    @Test
    void itsContentSaysWhatItIs() {
        assertEquals(FileType.PDF, ProofFile.of(ProofFiles.pdf("回执"), "回执.jpg").type());
        assertEquals(FileType.JPEG, ProofFile.of(ProofFiles.jpeg(1), "照片.png").type());
        assertEquals(FileType.PNG, ProofFile.of(ProofFiles.png(1), "截图").type());
    }

    @Test
    void everySealedSampleOfTheArchiveIsAWholePdf() throws IOException {
        List<Path> papers;
        try (var files = Files.walk(Path.of("archive"))) {
            papers = files.filter(file -> file.toString().endsWith(".pdf")).toList();
        }
        for (Path paper : papers) {
            assertEquals(
                    FileType.PDF,
                    ProofFile.of(Files.readAllBytes(paper), "回执.pdf").type(),
                    paper.toString());
        }
    }

    @Test
    void aPdfThatIsCutOffAnywhereIsRefused() {
        byte[] whole = ProofFiles.pdf("回执");
        for (int length = 5; length < whole.length - 6; length += 7) {
            assertTrue(refusal(Arrays.copyOf(whole, length), "回执.pdf").contains("不完整"), length + " bytes");
        }
        assertTrue(refusal(joined(ascii("%PDF-1.4 nothing startxref\n99999\n%%EOF")), "回执.pdf")
                .contains("已损坏"));
    }

    @Test
    void bytesThatScannersLeaveAroundAPdfAreNoFault() {
        byte[] whole = ProofFiles.pdf("回执");
        assertEquals(
                FileType.PDF,
                ProofFile.of(joined(whole, new byte[700]), "回执.pdf").type());
        assertEquals(
                FileType.PDF,
                ProofFile.of(joined(ascii("@PJL x\n"), whole), "回执.pdf").type());
    }

    @Test
    void aPdfThatAsksForAPasswordIsRefused() {
        byte[] locked = new String(ProofFiles.pdf("回执"), StandardCharsets.UTF_8)
                .replace("/Size 2", "/Size 2/Encrypt 5 0 R")
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(refusal(locked, "回执.pdf").contains("设有密码"));
    }

    @Test
    void otherKindsAreRefusedByTheirName() {
        assertTrue(refusal(ascii("PK\3\4 a document"), "证明.docx").contains("Office文档"));
        assertTrue(refusal(ascii("GIF89a...."), "动图.gif").contains("GIF"));
        assertTrue(refusal(ascii("just text"), "说明.txt").contains("PDF、JPEG或PNG"));
        byte[] picture = ProofFiles.jpeg(3);
        assertTrue(refusal(Arrays.copyOf(picture, picture.length / 2), "照片.jpg").startsWith("“照片.jpg”"));
        byte[] png = ProofFiles.png(3);
        assertTrue(refusal(Arrays.copyOf(png, png.length - 20), "照片.png").startsWith("“照片.png”"));
        assertThrows(TooLarge.class, () -> ProofFile.of(new byte[ProofFile.MAX_BYTES + 1], "大.pdf"));
    }
}
