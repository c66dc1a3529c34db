package org.guixue.verifying;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.page.Wire;
import org.guixue.signing.SignatureReport.Check;
import org.junit.jupiter.api.Test;

class VerifyApiTest {
    private static final List<Check> CHECKS = List.of(new Check("digest", true, "相同"));

    @Test
    void namesThePaperOnlyWhereItIsOurs() throws Exception {
        Verdict ours = new Verdict(
                Verdict.Kind.VOID,
                Optional.of(new Verdict.Details("东小劝〔2026〕1号", "家访记录", "东山小学", LocalDate.of(2026, 11, 22))),
                CHECKS);
        assertEquals(
                "{\"verdict\":\"VOID\",\"serial\":\"东小劝〔2026〕1号\",\"form\":\"家访记录\",\"office\":\"东山小学\","
                        + "\"issuedOn\":\"2026-11-22\",\"checks\":[{\"name\":\"digest\",\"passed\":true,\"detail\":\"相同\"}]}",
                Wire.of(VerifyApi.Verified.of(ours)));
        assertEquals(
                "{\"verdict\":\"UNKNOWN\",\"checks\":[{\"name\":\"digest\",\"passed\":true,\"detail\":\"相同\"}]}",
                Wire.of(VerifyApi.Verified.of(Verdict.unknown(CHECKS))));
    }
}
