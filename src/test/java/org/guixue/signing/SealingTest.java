package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
    @TempDir
    static Path folder;

    static County county;
    static byte[] unsealed;
    static byte[] sealed;

    @BeforeAll
    static void seal() throws Exception {
        county = County.found(folder);
        unsealed = Paper.unsealed();
        sealed = county.seal(unsealed);
    }

    @Test
    void paperBeforeSealingIsArchivalAndAccessible() throws Exception {
        VeraCheck.assertArchivalAndAccessible(unsealed);
    }

    @Test
    void sealedPaperStaysArchivalAndAccessible() throws Exception {
        VeraCheck.assertArchivalAndAccessible(sealed);
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
}
