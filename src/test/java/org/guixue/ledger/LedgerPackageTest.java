package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.guixue.ValuesRefused;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What leaves in one piece, with a password and without. */
class LedgerPackageTest {
    private static final byte[] ROWS = "王欣怡".repeat(1000).getBytes(StandardCharsets.UTF_8);
    private static final List<LedgerPackage.Piece> PIECES =
            List.of(new LedgerPackage.Piece("月报-9月.pdf", ROWS), new LedgerPackage.Piece("月报:9月.xlsx", ROWS));

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private byte[] packed(Optional<String> password) throws IOException {
        LedgerTable at = new LedgerTable(workshop);
        Instrument paper = at.submit(LedgerTable.REGISTER, at.school);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LedgerPackage.write(PIECES, paper, password, out);
        return out.toByteArray();
    }

    @Test
    void opensWithoutAPasswordWhereNoneWasGiven() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed(Optional.empty())))) {
            assertEquals("月报-9月.pdf", zip.getNextEntry().getName());
            assertArrayEquals(ROWS, zip.readAllBytes());
            assertEquals("月报-9月.xlsx", zip.getNextEntry().getName());
        }
    }

    @Test
    void isEncryptedUnderAPasswordButForTheNotice(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.zip"), packed(Optional.of("Kx7#mq2P")));
        try (ZipFile zip = new ZipFile(file.toFile(), "Kx7#mq2P".toCharArray())) {
            FileHeader notice = zip.getFileHeader("说明.txt");
            assertFalse(notice.isEncrypted());
            assertTrue(new String(zip.getInputStream(notice).readAllBytes(), StandardCharsets.UTF_8)
                    .contains("月报-9月.xlsx"));
            FileHeader rows = zip.getFileHeader("月报-9月.pdf");
            assertEquals(
                    AesKeyStrength.KEY_STRENGTH_256,
                    rows.getAesExtraDataRecord().getAesKeyStrength());
            assertArrayEquals(ROWS, zip.getInputStream(rows).readAllBytes());
        }
        try (ZipFile wrong = new ZipFile(file.toFile(), "Kx7#mq2Q".toCharArray())) {
            assertThrows(ZipException.class, () -> wrong.getInputStream(wrong.getFileHeader("月报-9月.pdf"))
                    .readAllBytes());
        }
    }

    @Test
    void saysWhatIsNoPassword() {
        for (String no : new String[] {null, "", "short", "有汉字的密码一二三", "with blanks", "x".repeat(65)}) {
            assertThrows(ValuesRefused.class, () -> LedgerPackage.password(no), String.valueOf(no));
        }
        assertEquals("Kx7#mq2P", LedgerPackage.password("Kx7#mq2P"));
    }
}
