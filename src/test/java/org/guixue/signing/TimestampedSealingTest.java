package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.guixue.rendering.ConformityCheck;
import org.guixue.signing.LocalTimestampAuthority.Mood;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimestampedSealingTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    static County county;

    @BeforeAll
    static void found() throws IOException {
        county = County.copy(folder);
    }

    @Test
    void sealsWithATimestampThatOthersAccept() throws Exception {
        try (LocalTimestampAuthority tsa = new LocalTimestampAuthority(Mood.RIGHT)) {
            TimestampAuthority client = tsa.client(Duration.ofSeconds(10));
            byte[] first = seal(client);
            byte[] second = seal(client);
            assertTrue(second.length <= first.length, "learns the size of tokens");
            DssCheck.assertTotalPassed(
                    second,
                    SignatureLevel.PAdES_BASELINE_T,
                    county.authority().anchor().certificate(),
                    tsa.certificateOfAuthority());
            PopplerCheck.assertValidAndTotal(second);
            QpdfCheck.assertClean(second);
            ConformityCheck.assertConforms(second);
            SignatureCheck check =
                    new SignatureCheck(Set.of(county.authority().anchor().certificate()));
            assertTrue(check.check(first).passed(), () -> check.check(first).toString());
            assertTrue(check.check(second).passed(), () -> check.check(second).toString());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void saysThatTheAuthorityFailed(Mood mood) throws Exception {
        try (LocalTimestampAuthority tsa = new LocalTimestampAuthority(mood)) {
            TimestampAuthority client = tsa.client(TIMEOUT);
            assertThrows(TimestampUnavailable.class, () -> seal(client));
        }
    }

    @Test
    void saysThatNobodyListens() {
        TimestampAuthority client =
                new TimestampAuthority(URI.create("http://127.0.0.1:9/"), TIMEOUT, new SecureRandom());
        assertThrows(TimestampUnavailable.class, () -> seal(client));
    }

    private static byte[] seal(TimestampAuthority client) {
        return new Sealing(Optional.of(client))
                .seal(
                        SealablePaper.unsealed(),
                        SealablePaper.PLACE,
                        SealablePaper::ring,
                        county.keys().key(County.OFFICE),
                        County.claim());
    }
}
