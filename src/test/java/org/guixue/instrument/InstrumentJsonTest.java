package org.guixue.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.guixue.office.Office;
import org.guixue.page.Stored;
import org.guixue.page.Wire;
import org.guixue.person.Student;
import org.junit.jupiter.api.Test;

class InstrumentJsonTest {
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03Z");

    @Test
    void saysNullOfWhatIsNotYet() throws Exception {
        assertEquals(
                "{\"id\":31,\"serial\":\"东小劝〔2026〕1号\",\"archivalNumber\":\"SF01-WS.2026-D30-0001\",\"state\":\"RESERVED\","
                        + "\"form\":\"haikou/home-visit-record\",\"title\":\"家访记录\",\"student\":null,\"office\":null,"
                        + "\"issuer\":7,\"issuedOn\":\"2026-11-22\",\"issuedAt\":null,\"issuedBy\":\"林晓芳\","
                        + "\"approvedBy\":null,\"sha256\":null,\"pages\":null}",
                Wire.of(InstrumentJson.of(paper("state", InstrumentState.RESERVED))));
    }

    @Test
    void saysAllOfWhatIsSealedAndApproved() throws Exception {
        Instrument sealed = paper(
                "state",
                InstrumentState.ISSUED,
                "student",
                Stored.as(Student.class, "id", 9L),
                "office",
                Stored.as(Office.class, "id", 8L),
                "issuedAt",
                AT,
                "approvedBy",
                2L,
                "approvedByName",
                "陈志强",
                "approvedAt",
                AT,
                "submittedAt",
                AT,
                "sha256",
                "b".repeat(64),
                "pages",
                2);
        assertEquals(
                "{\"id\":31,\"serial\":\"东小劝〔2026〕1号\",\"archivalNumber\":\"SF01-WS.2026-D30-0001\",\"state\":\"ISSUED\","
                        + "\"form\":\"haikou/home-visit-record\",\"title\":\"家访记录\",\"student\":9,\"office\":8,"
                        + "\"issuer\":7,\"issuedOn\":\"2026-11-22\",\"issuedAt\":\"2026-11-22T09:02:03+08:00\","
                        + "\"issuedBy\":\"林晓芳\",\"approvedBy\":\"陈志强\",\"sha256\":\"" + "b".repeat(64)
                        + "\",\"pages\":2}",
                Wire.of(InstrumentJson.of(sealed)));
    }

    private static Instrument paper(Object... more) throws ReflectiveOperationException {
        Instrument paper = Stored.as(
                Instrument.class,
                "id",
                31L,
                "serial",
                "东小劝〔2026〕1号",
                "archivalNumber",
                "SF01-WS.2026-D30-0001",
                "form",
                "haikou/home-visit-record",
                "title",
                "家访记录",
                "issuer",
                Stored.as(Office.class, "id", 7L),
                "issuedOn",
                LocalDate.of(2026, 11, 22),
                "issuedByName",
                "林晓芳");
        return Stored.with(paper, more);
    }
}
