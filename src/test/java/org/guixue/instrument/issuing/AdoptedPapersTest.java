package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.junit.jupiter.api.Test;

/** What lies in the archive already when a numbered paper is sealed: it is adopted, or put into quarantine. */
class AdoptedPapersTest extends IssuingDesk {
    @Test
    void adoptsTheFileThatWasArchivedAndNotConfirmed() {
        bench.beforeConfirming.add(() -> {
            throw new IllegalStateException("meant to fail");
        });
        Instrument reserved = issue();
        assertReserved(reserved, 1);
        byte[] lying = workshop.archive().lying(reserved.archivalNumber()).orElseThrow();
        Instrument issued = assertSealedLater(bench, reserved);
        assertEquals(Sha256.of(lying), issued.sha256().orElseThrow());
        assertTrue(issued.pages() > 0);
    }

    @Test
    void adoptsTheFileThatWasPublishedAndNotEntered() throws IOException {
        issue();
        Instrument reserved = reserve();
        byte[] lying = bench.papers.seal(reserved).file();
        lay(reserved, lying);
        workshop.openArchiveAgain();
        Instrument issued = assertSealedLater(workshop.bench(), reserved);
        assertEquals(Sha256.of(lying), issued.sha256().orElseThrow());
        assertEquals(List.of(), workshop.filesIn("quarantine"));
        assertEquals(List.of(), workshop.archive().check(List.of()));
    }

    @Test
    void entersTheCertificateThatSealedTheFileThoughTheOfficeHasGotAnother() throws Exception {
        issue();
        Instrument reserved = reserve();
        lay(reserved, bench.papers.seal(reserved).file());
        Office office = reserved.issuer();
        Sha256 sealedWith =
                Sha256.of(county.safe().key(office.code()).certificate().getEncoded());
        county.safe().keys().orElseThrow().enrol(county.safe().authority(), office.code(), office.name());
        workshop.openArchiveAgain();
        assertSealedLater(workshop.bench(), reserved);
        String entered = workshop.archive()
                .history(reserved.archivalNumber())
                .accession()
                .orElseThrow()
                .text();
        assertTrue(entered.contains(sealedWith.hex()), entered);
    }

    @Test
    void quarantinesTheSealedFileOfAnotherPaper() throws IOException {
        Instrument other = issue();
        assertIsQuarantined(workshop.archive().read(other.archivalNumber()));
    }

    @Test
    void quarantinesWhatIsNoPaperAtAll() throws IOException {
        issue();
        assertIsQuarantined("a letter that somebody laid here".getBytes(StandardCharsets.UTF_8));
    }

    private void assertIsQuarantined(byte[] foreign) throws IOException {
        Instrument reserved = reserve();
        lay(reserved, foreign);
        Instrument issued = assertSealedLater(bench, reserved);
        assertNotEquals(Sha256.of(foreign), issued.sha256().orElseThrow());
        List<Path> quarantined = workshop.filesIn("quarantine");
        assertEquals(1, quarantined.size());
        assertArrayEquals(foreign, Files.readAllBytes(quarantined.get(0)));
        assertEquals(List.of(), workshop.archive().check(List.of()));
    }

    /** Numbered, and then nothing. */
    private Instrument reserve() {
        IssueOrder order = notice(county.first());
        long id = bench.reserving.reserve(bench.check.check(clerk, order), Optional.empty(), NO_KEY, order.digest());
        return bench.instruments.find(id).orElseThrow();
    }

    private void lay(Instrument paper, byte[] file) throws IOException {
        Path place = workshop.archive().pathOf(paper.archivalNumber());
        Files.createDirectories(place.getParent());
        Files.write(place, file);
    }
}
