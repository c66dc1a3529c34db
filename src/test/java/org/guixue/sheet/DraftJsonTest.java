package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guixue.Violation;
import org.guixue.instrument.Instrument;
import org.guixue.page.Stored;
import org.guixue.page.Wire;
import org.junit.jupiter.api.Test;

class DraftJsonTest {
    private static final Instant SAVED = Instant.parse("2026-11-22T01:02:03.456Z");

    @Test
    void saysNothingOfAnApprovalThatNobodyAskedFor() throws Exception {
        assertEquals(
                "{\"id\":12,\"form\":\"haikou/home-visit-record\",\"state\":\"DRAFT\","
                        + "\"savedAt\":\"2026-11-22T09:02:03.456+08:00\",\"instrument\":null}",
                Wire.of(DraftJson.state(draft("state", DraftState.DRAFT))));
    }

    @Test
    void saysWhatWasHandedInAndNotYetDecided() throws Exception {
        assertEquals(
                "{\"id\":12,\"form\":\"haikou/home-visit-record\",\"state\":\"SUBMITTED\","
                        + "\"savedAt\":\"2026-11-22T09:02:03.456+08:00\",\"instrument\":null,\"submittedBy\":\"林晓芳\","
                        + "\"submittedAt\":\"2026-11-22T09:02:03.456+08:00\",\"digest\":\"" + "a".repeat(64) + "\","
                        + "\"decidedBy\":null,\"decidedAt\":null,\"reason\":null}",
                Wire.of(DraftJson.state(draft("state", DraftState.SUBMITTED, "submission", handedIn()))));
    }

    @Test
    void saysHowItWasDecided() throws Exception {
        Submission decided = Stored.with(handedIn(), "deciderName", "陈志强", "decidedAt", SAVED, "reason", "请写明日期");
        assertEquals(
                "{\"id\":12,\"form\":\"haikou/home-visit-record\",\"state\":\"ISSUED\","
                        + "\"savedAt\":\"2026-11-22T09:02:03.456+08:00\",\"instrument\":31,\"submittedBy\":\"林晓芳\","
                        + "\"submittedAt\":\"2026-11-22T09:02:03.456+08:00\",\"digest\":\"" + "a".repeat(64) + "\","
                        + "\"decidedBy\":\"陈志强\",\"decidedAt\":\"2026-11-22T09:02:03.456+08:00\",\"reason\":\"请写明日期\"}",
                Wire.of(DraftJson.state(draft(
                        "state",
                        DraftState.ISSUED,
                        "submission",
                        decided,
                        "instrument",
                        Stored.as(Instrument.class, "id", 31L)))));
    }

    @Test
    void givesItsOwnerValuesAndFaultsAndWhoDecidesTheValuesAlone() throws Exception {
        Draft draft = draft("state", DraftState.DRAFT);
        String state = "{\"id\":12,\"form\":\"haikou/home-visit-record\",\"state\":\"DRAFT\","
                + "\"savedAt\":\"2026-11-22T09:02:03.456+08:00\",\"instrument\":null,";
        assertEquals(
                state + "\"values\":{\"name\":\"王小明\"},\"violations\":[{\"field\":\"on\",\"message\":\"请填写日期\"}]}",
                Wire.of(DraftJson.filled(
                        draft, Map.of("name", "王小明"), List.of(new Violation("on", "请填写日期")), List.of())));
        assertEquals(
                state + "\"values\":{},\"violations\":[]}",
                Wire.of(DraftJson.filled(draft, Map.of(), List.of(), List.of())));
        assertEquals(state + "\"values\":{}}", Wire.of(DraftJson.handedIn(draft, Map.of())));
    }

    private static Draft draft(Object... more) throws ReflectiveOperationException {
        return Stored.with(
                Stored.as(Draft.class, "id", 12L, "form", "haikou/home-visit-record", "changedAt", SAVED), more);
    }

    private static Submission handedIn() throws ReflectiveOperationException {
        return Stored.as(Submission.class, "submitterName", "林晓芳", "submittedAt", SAVED, "digest", "a".repeat(64));
    }
}
