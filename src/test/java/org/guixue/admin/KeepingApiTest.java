package org.guixue.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.Finding;
import org.guixue.archive.RegisterHead;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditCheck;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditHead;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.Oddity;
import org.guixue.audit.Who;
import org.guixue.instrument.LookingThrough;
import org.guixue.page.Wire;
import org.junit.jupiter.api.Test;

class KeepingApiTest {
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.456Z");
    private static final Who CLERK = new Who(2, "lin", "林晓芳", 7, "10.0.0.8", "CLERK");
    private static final AuditHead HEAD = new AuditHead(41, Sha256.of("head"));

    @Test
    void answersAnEvent() throws Exception {
        AuditEvent event = new AuditEvent(
                CLERK, AT, AuditAct.UNMASK, AuditSubject.of("student", 9), 9, "核对证件", Map.of("what", "id"));
        assertEquals(
                "{\"id\":0,\"at\":\"2026-11-22T09:02:03.456+08:00\",\"account\":\"lin\",\"name\":\"林晓芳\",\"role\":\"CLERK\","
                        + "\"office\":7,\"address\":\"10.0.0.8\",\"act\":\"UNMASK\","
                        + "\"subject\":{\"kind\":\"student\",\"id\":\"9\"},\"child\":9,\"why\":\"核对证件\","
                        + "\"detail\":\"{\\\"what\\\":\\\"id\\\"}\"}",
                Wire.of(KeepingApi.ShownEvent.of(event, false)));
    }

    @Test
    void keepsTheNumberOfHitsFromWhoHoldsNoGrant() throws Exception {
        AuditEvent event =
                new AuditEvent(CLERK, AT, AuditAct.SEARCH, AuditSubject.NONE, 0, "", Map.of("kind", "学生", "total", 3));
        String before = "{\"id\":0,\"at\":\"2026-11-22T09:02:03.456+08:00\",\"account\":\"lin\",\"name\":\"林晓芳\","
                + "\"role\":\"CLERK\",\"office\":7,\"address\":\"10.0.0.8\",\"act\":\"SEARCH\","
                + "\"subject\":{\"kind\":\"\",\"id\":\"\"},\"child\":null,\"why\":\"\",\"detail\":";
        assertEquals(before + "\"{\\\"kind\\\":\\\"学生\\\"}\"}", Wire.of(KeepingApi.ShownEvent.of(event, false)));
        assertEquals(
                before + "\"{\\\"kind\\\":\\\"学生\\\",\\\"total\\\":3}\"}",
                Wire.of(KeepingApi.ShownEvent.of(event, true)));
    }

    @Test
    void answersHowTheArchiveStands() throws Exception {
        Finding swept = new Finding(Finding.Kind.SWEPT, ".staging/1", "dropped");
        RegisterHead head = new RegisterHead("SF01/2026/D30", 3, RegisterHead.NONE);
        assertEquals(
                "{\"writing\":true,\"reserved\":2,\"bags\":[\"SF01/2026/D30\"],\"registers\":[{\"register\":\"SF01/2026/D30\","
                        + "\"length\":3,\"head\":{\"hex\":\"" + "0".repeat(64) + "\"}}],\"recovery\":["
                        + "{\"kind\":\"SWEPT\",\"where\":\".staging/1\",\"detail\":\"dropped\"}],"
                        + "\"lookedThrough\":{\"done\":false,\"lines\":500,\"of\":700,\"odd\":0}}",
                Wire.of(new KeepingApi.ArchiveStanding(
                        true,
                        2,
                        List.of("SF01/2026/D30"),
                        List.of(head),
                        List.of(swept),
                        new LookingThrough.Progress(false, 500, 700, 0))));
        assertEquals("{\"intact\":true,\"findings\":[]}", Wire.of(new KeepingApi.ArchiveChecked(true, List.of())));
    }

    @Test
    void answersACheckOfTheChain() throws Exception {
        assertEquals(
                "{\"holds\":true,\"links\":41,\"firstOdd\":null,\"firstOddLink\":null,\"firstOddEvent\":null,\"unchained\":2}",
                Wire.of(KeepingApi.TrailChecked.of(new AuditCheck(HEAD, Optional.empty(), 2))));
        Oddity odd = new Oddity(Oddity.Kind.EVENT_GONE, 12, 0, Optional.empty());
        assertEquals(
                "{\"holds\":false,\"links\":41,\"firstOdd\":\"第12条对应的事件已被删去\",\"firstOddLink\":12,\"firstOddEvent\":0,"
                        + "\"unchained\":0}",
                Wire.of(KeepingApi.TrailChecked.of(new AuditCheck(HEAD, Optional.of(odd), 0))));
    }
}
