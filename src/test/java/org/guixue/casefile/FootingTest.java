package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A paper proves what its kind proves, and nothing else. */
class FootingTest extends CaseCourse {
    private static final FormCatalog PACKAGED = FormCatalog.load(List.of(Path.of("forms")));

    private CaseEvent back(long child) {
        String grade = desk.child(child).grade();
        return at.said(EventKind.RETURNED, "grade", grade, "schoolClass", "2班", "classForm", "随班就读");
    }

    @Test
    void refusesAReturnOnANoticeAndSaysWhatWouldProveIt() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        long notice = paper(child, true, "shangtianti/persuasion-notice", "PERSUASION_NOTICE", "劝返复学通知书");
        Obstacle obstacle = assertThrows(
                        GateClosed.class,
                        () -> at.recording.record(school, caseId, CaseDesk.proved(back(child), notice)))
                .obstacle();
        assertEquals("basis-returned", obstacle.rule());
        String said = String.join("；", obstacle.missing());
        assertTrue(said.contains("劝返复学通知书") && said.contains("复学安置") && said.contains("上传"), said);
        long placement = paper(child, true, "national/return-placement", "RETURN_PLACEMENT", "复学申请与安置表");
        at.recording.record(school, caseId, CaseDesk.proved(back(child), placement));
    }

    @Test
    void theApprovalOfADeferralFoundsNoSuspension() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        long deferral = paper(child, true, "national/deferral-application", "DEFERRAL_APPLICATION", "延缓入学申请审批表");
        CaseEvent suspension = at.said(EventKind.APPLIED, "of", "SUSPENSION", "ground", "HEALTH");
        assertEquals(
                "basis-suspension",
                closed(() -> at.recording.record(school, caseId, CaseDesk.proved(suspension, deferral))));
        CaseEvent applied = at.said(EventKind.APPLIED, "of", "DEFERRAL", "ground", "HEALTH");
        at.recording.record(school, caseId, CaseDesk.proved(applied, deferral));
    }

    @ParameterizedTest
    @CsvSource({
        "CLEARED, PERSUASION_NOTICE",
        "ADMONISHED, RETURN_PLACEMENT",
        "COURT, HOME_VISIT",
        "PLACED, HOME_VISIT",
        "VOCATIONAL, SCHOOLING_ORDER",
        "OPINION, HOME_VISIT",
        "WATCHED, SCHOOLING_ORDER",
        "HANDED_OVER, LETTER_TO_PARENTS"
    })
    void eachEventIsSilentAboutPapersOfAnotherMatter(EventKind event, String kind) {
        assertTrue(PACKAGED.gatesOf("shifan").values().stream()
                .flatMap(gate -> gate.footing().stream())
                .filter(footing -> footing.events().contains(event.name()))
                .noneMatch(footing -> footing.papers().contains(kind)));
    }

    @Test
    void everyEventThatSomebodyRecordsSaysWhatProvesIt() {
        List<Jurisdiction.Footing> all = PACKAGED.gatesOf("national").values().stream()
                .flatMap(gate -> gate.footing().stream())
                .toList();
        assertEquals(
                List.of(),
                Arrays.stream(EventKind.values())
                        .filter(kind ->
                                !kind.writtenByActs() && kind != EventKind.OPENED && kind != EventKind.CORRECTED)
                        .filter(kind ->
                                all.stream().noneMatch(each -> each.events().contains(kind.name())))
                        .toList());
        List<String> choices = Stream.of(Fact.OF, Fact.END)
                .flatMap(fact -> fact.choices().stream())
                .collect(Collectors.toList());
        all.forEach(each -> assertTrue(choices.containsAll(each.of()), each.toString()));
        all.stream()
                .flatMap(each -> each.papers().stream())
                .forEach(kind -> assertTrue(!PACKAGED.kindLabel(kind).equals(kind), kind));
    }

    @Test
    void aFormOfTheCountysOwnSaysItselfWhatItProves(@TempDir Path home) throws IOException {
        ownForm(home, "\"proves\": [\"basis-returned\"],");
        FormCatalog forms = FormCatalog.load(List.of(Path.of("forms"), home));
        assertEquals(List.of(), forms.faults());
        CaseDesk there = new CaseDesk(desk, at.today(), desk.follower, forms);
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        there.on("2026-09-07");
        long own = paper(child, true, "shifan/gate-slip", "GATE_SLIP", "返校报到单");
        there.papers.putAll(at.papers);
        assertEquals(
                "basis-confirmed",
                closed(() -> there.recording.record(
                        school, caseId, CaseDesk.proved(there.said(EventKind.RELAPSED, "cause", "又离校"), own))));
        there.recording.record(school, caseId, CaseDesk.proved(back(child), own));
    }

    @Test
    void aFormThatNamesNoSuchRuleIsAFault(@TempDir Path home) throws IOException {
        ownForm(home, "\"proves\": [\"basis-nothing\"],");
        assertTrue(FormCatalog.load(List.of(Path.of("forms"), home)).faults().stream()
                .anyMatch(fault -> fault.toString().contains("basis-nothing")));
    }

    private static void ownForm(Path home, String proves) throws IOException {
        Path folder = Files.createDirectories(home.resolve("shifan/gate-slip"));
        Files.writeString(folder.resolve("form.json"), """
                {
                  "id": "gate-slip", "version": 1,
                  "title": "返校报到单", "kind": "GATE_SLIP", "about": "student", %s
                  "issuers": ["SCHOOL"], "series": "报", "serial": "{office.mark}{series}〔{year}〕{n}号",
                  "copies": [], "countersigned": [], "retention": "D10", "access": "ordinary", "basis": [],
                  "fields": [
                    {"name": "studentName", "label": "姓名", "type": "name", "required": true, "from": "student.name"}
                  ]
                }
                """.formatted(proves));
        Files.writeString(folder.resolve("form.html"), """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head><meta charset="UTF-8"><title>返校报到单</title><link rel="stylesheet" href="form.css"></head>
                <body><div class="sheet">
                <h1 data-field="title">返校报到单</h1>
                <p>姓名：<span data-field="studentName"></span></p>
                <div data-seal="公章"></div>
                </div></body></html>
                """);
        Files.writeString(folder.resolve("form.css"), ".sheet h1 { font-size: 20pt; }\n");
    }
}
