package org.guixue.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.ArchivalNumber;
import org.guixue.form.FormId;
import org.guixue.instrument.RecordFacts.Account;
import org.guixue.instrument.RecordFacts.ChildThen;
import org.guixue.instrument.RecordFacts.FormThen;
import org.guixue.instrument.RecordFacts.OfficeThen;
import org.guixue.instrument.RecordFacts.SubjectThen;
import org.junit.jupiter.api.Test;

/** The literals are guixue-record-1 as it lies in sealed files: they stay as they are for ever. */
class RecordJsonTest {
    private static final String APPROVED_CASE = "{\"schema\":\"guixue-record-1\","
            + "\"archivalNumber\":\"SF01-WS.2026-D30-0012\",\"serial\":\"东小辍〔2026〕12号\","
            + "\"seriesKey\":\"serial:5:辍:2026\",\"serialYear\":2026,\"serialNumber\":12,"
            + "\"title\":\"辍学学生登记表\",\"words\":{\"cover\":\"控辍保学\",\"side\":\"存根\"},\"kind\":\"CASE\","
            + "\"form\":{\"id\":\"jiangxi/dropout-registration\",\"version\":2,"
            + "\"templateSha256\":\"" + "a".repeat(64) + "\"},"
            + "\"issuer\":{\"id\":5,\"code\":\"360702001001\",\"name\":\"东山镇中心小学\",\"mark\":\"东小\",\"fonds\":\"SF01\"},"
            + "\"issuedOn\":\"2026-11-23\",\"reservedAt\":\"2026-11-23T09:05:07.012345+08:00\","
            + "\"issuedBy\":{\"account\":7,\"name\":\"李秀英\"},"
            + "\"approvedBy\":{\"account\":8,\"name\":\"王建国\",\"at\":\"2026-11-23T09:05:07.012345+08:00\","
            + "\"submittedAt\":\"2026-11-22T16:00+08:00\"},"
            + "\"subject\":{\"student\":{\"id\":41,\"name\":\"王欣怡\",\"maskedId\":\"3607**********1234\"},\"case\":3},"
            + "\"retention\":\"D30\",\"access\":\"sensitive\",\"token\":\"0123456789abcdef0123456789abcdef\","
            + "\"language\":\"zh-CN\",\"valuesSha256\":\"" + "b".repeat(64) + "\","
            + "\"photos\":{\"p2\":\"" + "c".repeat(64) + "\",\"p1\":\"" + "d".repeat(64) + "\"}}";

    private static final String OFFICE = "{\"schema\":\"guixue-record-1\","
            + "\"archivalNumber\":\"SF01-WS.2026-D30-0012\",\"serial\":\"东小辍〔2026〕12号\","
            + "\"seriesKey\":\"serial:5:辍:2026\",\"serialYear\":2026,\"serialNumber\":12,"
            + "\"title\":\"责任书\",\"words\":{},\"kind\":\"DUTY\","
            + "\"form\":{\"id\":\"national/duty-agreement\",\"version\":1,"
            + "\"templateSha256\":\"" + "a".repeat(64)
            + "\"},\"issuer\":{\"id\":5,\"code\":\"360702001001\",\"name\":\"东山镇中心小学\",\"mark\":\"东小\",\"fonds\":\"SF01\"},"
            + "\"issuedOn\":\"2026-11-23\",\"reservedAt\":\"2026-11-23T09:05:07.012345+08:00\","
            + "\"issuedBy\":{\"account\":7,\"name\":\"李秀英\"},"
            + "\"subject\":{\"office\":{\"id\":5,\"code\":\"360702001001\",\"name\":\"东山镇中心小学\",\"mark\":\"东小\",\"fonds\":\"SF01\"}},"
            + "\"retention\":\"D30\",\"access\":\"ordinary\",\"token\":\"0123456789abcdef0123456789abcdef\","
            + "\"language\":\"zh-CN\",\"valuesSha256\":\"" + "b".repeat(64) + "\",\"photos\":{}}";

    private static final OfficeThen SCHOOL = new OfficeThen(5, "360702001001", "东山镇中心小学", "东小", "SF01");
    private static final Instant RESERVED = Instant.parse("2026-11-23T01:05:07.012345Z");

    private static RecordFacts approvedCase() {
        Map<String, String> photos = new LinkedHashMap<>();
        photos.put("p2", "c".repeat(64));
        photos.put("p1", "d".repeat(64));
        return facts(
                "辍学学生登记表",
                Map.of("side", "存根", "cover", "控辍保学"),
                "CASE",
                new FormThen(FormId.parse("jiangxi/dropout-registration"), 2, new Sha256("a".repeat(64))),
                Optional.of(new Approved(8, "王建国", RESERVED, Instant.parse("2026-11-22T08:00:00Z"))),
                new SubjectThen(
                        Optional.of(new ChildThen(41, "王欣怡", "3607**********1234")),
                        Optional.of(3L),
                        Optional.empty(),
                        Optional.empty()),
                true,
                photos);
    }

    private static RecordFacts facts(
            String title,
            Map<String, String> words,
            String kind,
            FormThen form,
            Optional<Approved> approved,
            SubjectThen subject,
            boolean sensitive,
            Map<String, String> photos) {
        return new RecordFacts(
                ArchivalNumber.parse("SF01-WS.2026-D30-0012"),
                new SerialNumber("serial:5:辍:2026", 2026, 12, "东小辍〔2026〕12号"),
                title,
                words,
                kind,
                form,
                SCHOOL,
                LocalDate.of(2026, 11, 23),
                RESERVED,
                new Account(7, "李秀英"),
                approved,
                subject,
                "D30",
                sensitive,
                "0123456789abcdef0123456789abcdef",
                new Sha256("b".repeat(64)),
                photos,
                Optional.empty());
    }

    private static RecordFacts office() {
        return facts(
                "责任书",
                Map.of(),
                "DUTY",
                new FormThen(FormId.parse("national/duty-agreement"), 1, new Sha256("a".repeat(64))),
                Optional.empty(),
                new SubjectThen(Optional.empty(), Optional.empty(), Optional.of(SCHOOL), Optional.empty()),
                false,
                Map.of());
    }

    @Test
    void writesByteForByteWhatItAlwaysWrote() {
        assertEquals(APPROVED_CASE, new String(RecordJson.write(approvedCase()), StandardCharsets.UTF_8));
        assertEquals(OFFICE, new String(RecordJson.write(office()), StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatLiesInSealedFiles() {
        assertEquals(approvedCase(), RecordJson.read(bytes(APPROVED_CASE)));
        assertEquals(office(), RecordJson.read(bytes(OFFICE)));
    }

    @Test
    void readsATermAndAnIssuerWhoseAccountIsNamedLast() {
        String issuedBy = "\"issuedBy\":{\"account\":7,\"name\":\"李秀英\"}";
        String text = OFFICE.replaceFirst("\"subject\":\\{.*?\\}\\}", "\"subject\":{\"term\":\"2026-autumn\"}")
                .replace(issuedBy, "\"issuedBy\":{\"name\":\"李秀英\",\"account\":7}");
        RecordFacts read = RecordJson.read(bytes(text));
        assertEquals(Optional.of("2026-autumn"), read.subject().term());
        assertEquals(new Account(7, "李秀英"), read.issuedBy());
        assertTrue(read.subject().office().isEmpty());
    }

    @Test
    void whatTakesThePlaceOfAVoidPaperIsTheSecondSchemaAndNamesIt() {
        String text = OFFICE.replace("guixue-record-1", "guixue-record-2")
                .replaceFirst(
                        "\\}$",
                        ",\"replaces\":{\"archivalNumber\":\"SF01-WS.2026-D30-0009\",\"serial\":\"东小责〔2026〕9号\"}}");
        RecordFacts read = RecordJson.read(bytes(text));
        assertEquals(
                Optional.of(new RecordFacts.Predecessor(ArchivalNumber.parse("SF01-WS.2026-D30-0009"), "东小责〔2026〕9号")),
                read.replaces());
        assertEquals(text, new String(RecordJson.write(read), StandardCharsets.UTF_8));
    }

    @Test
    void refusesAnotherSchemaAndNamesIt() {
        String text = OFFICE.replace("guixue-record-1", "guixue-record-3");
        String said = assertThrows(IllegalArgumentException.class, () -> RecordJson.read(bytes(text)))
                .getMessage();
        assertTrue(said.contains("guixue-record-3"), said);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
