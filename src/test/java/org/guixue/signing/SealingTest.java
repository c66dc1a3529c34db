package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.guixue.rendering.ConformityCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
    @TempDir
    static Path folder;

    static County county;
    static OfficeKey key;
    static byte[] unsealed;
    static byte[] sealed;

    @BeforeAll
    static void seal() throws Exception {
        county = County.copy(folder);
        key = county.keys().key(County.OFFICE);
        unsealed = SealablePaper.unsealed();
        sealed = county.seal(unsealed);
    }

    @Test
    void paperBeforeSealingIsArchivalAndAccessible() throws Exception {
        ConformityCheck.assertConforms(unsealed);
    }

    @Test
    void sealedPaperStaysArchivalAndAccessible() throws Exception {
        ConformityCheck.assertConforms(sealed);
    }

    @Test
    void dssPassesItByWhatIsInTheFile() throws Exception {
        DssCheck.assertTotalPassed(
                sealed,
                SignatureLevel.PAdES_BASELINE_B,
                county.authority().anchor().certificate());
    }

    @Test
    void popplerFindsItValidAndTotal() throws Exception {
        PopplerCheck.assertValidAndTotal(sealed);
    }

    @Test
    void qpdfFindsItClean() throws Exception {
        QpdfCheck.assertClean(sealed);
    }

    @Test
    void sealsADocumentWhileItIsMade() throws Exception {
        Seal seal = new Sealing(Optional.empty()).begin(key, County.claim());
        byte[] whole = seal.sign(
                SealablePaper.unsealed(document -> seal.place(document, SealablePaper.PLACE, SealablePaper::ring)));
        ConformityCheck.assertConforms(whole);
        DssCheck.assertTotalPassed(
                whole,
                SignatureLevel.PAdES_BASELINE_B,
                county.authority().anchor().certificate());
        PopplerCheck.assertValidAndTotal(whole);
        QpdfCheck.assertClean(whole);
        SignatureReport report = new SignatureCheck(Set.of(key.authority().certificate())).check(whole);
        assertTrue(report.passed(), report.toString());
    }

    @Test
    void growsByLessThanTenKilobytes() {
        assertTrue(sealed.length < unsealed.length + 10 * 1024, unsealed.length + " to " + sealed.length);
    }

    @Test
    void refusesToSealTwice() {
        assertThrows(SealingFailed.class, () -> county.seal(sealed));
    }

    @Test
    void refusesWhatIsNoPdf() {
        assertThrows(SealingFailed.class, () -> county.seal(new byte[100]));
    }

    @Test
    void sealsInManyThreadsAtOnce() {
        SignatureCheck check = new SignatureCheck(Set.of(key.authority().certificate()));
        long passed = IntStream.range(0, 32)
                .parallel()
                .filter(i -> check.check(county.seal(unsealed)).passed())
                .count();
        assertEquals(32, passed);
    }

    @Test
    void refusesAPageThatIsNotThere() {
        SealPlace beyond = new SealPlace(9, 10, 10, 119, 119, "seal", "示范县教育局印章");
        Sealing sealing = new Sealing(Optional.empty());
        SealClaim claim = County.claim();
        assertThrows(SealingFailed.class, () -> sealing.seal(unsealed, beyond, SealablePaper::ring, key, claim));
    }
}
