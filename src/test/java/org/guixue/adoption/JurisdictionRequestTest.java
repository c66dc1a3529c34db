package org.guixue.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.Jurisdiction;
import org.guixue.form.JurisdictionDraft;
import org.guixue.form.JurisdictionText;
import org.guixue.form.RollFigure;
import org.guixue.page.Typed;
import org.junit.jupiter.api.Test;

class JurisdictionRequestTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final String VISIT = "haikou/home-visit-record";

    private static Typed typed() {
        return Typed.blank().with("name", "青禾县").with("parent", "national").with("categories", "留守儿童\n孤儿");
    }

    private static Typed visit() {
        return typed().with("form", VISIT)
                .with("adopt", VISIT)
                .with("title:" + VISIT, "青禾县家访记录表")
                .with("word:" + VISIT + ":coverTitle", "青禾县");
    }

    private static List<String> refused(Typed typed) {
        return assertThrows(ValuesRefused.class, () -> JurisdictionRequest.draft(typed, FORMS)).violations().stream()
                .map(Violation::field)
                .toList();
    }

    private static String text(Optional<String> before, Typed typed) {
        return new String(
                JurisdictionText.of(
                        before.map(each -> each.getBytes(StandardCharsets.UTF_8)),
                        JurisdictionRequest.draft(typed, FORMS),
                        TODAY),
                StandardCharsets.UTF_8);
    }

    @Test
    void takesWhatWasTicked() {
        JurisdictionDraft draft = JurisdictionRequest.draft(
                visit().with("rule", "haikou/term-report")
                        .with("inherited", List.of("a", "b"))
                        .with("holds", "a"),
                FORMS);
        assertEquals("青禾县家访记录表", draft.adopts().get(0).title().orElseThrow());
        assertEquals("青禾县", draft.adopts().get(0).words().get("coverTitle"));
        assertEquals("haikou/term-report", draft.adoptsRules().get(0).toString());
        assertTrue(draft.off().contains("b") && draft.off().size() == 1);
    }

    @Test
    void nobodysPaperBearsAnothersName() {
        assertTrue(refused(visit().with("title:" + VISIT, "")).contains("title:" + VISIT));
        assertTrue(
                refused(visit().with("word:" + VISIT + ":coverTitle", "")).contains("word:" + VISIT + ":coverTitle"));
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals(
                List.of("name", "parent"),
                refused(Typed.blank().with("name", "").with("parent", "nirgends")));
        assertEquals(List.of("series:" + VISIT), refused(visit().with("series:" + VISIT, "abc")));
        assertEquals(List.of("rule"), refused(visit().with("rule", "x")));
    }

    @Test
    void twoFormsOfOneNameCannotBothBeAdopted() {
        Typed both = typed().with("form", List.of("haikou/term-count", "shifan/term-count"))
                .with("adopt", List.of("haikou/term-count", "shifan/term-count"))
                .with("title:haikou/term-count", "统计表")
                .with("title:shifan/term-count", "统计表");
        assertEquals(List.of("adopt:shifan/term-count"), refused(both));
    }

    @Test
    void anInheritedFormIsNamedOtherwiseWithoutATick() {
        Typed typed =
                typed().with("form", "national/enrolment-notice").with("approval:national/enrolment-notice", "yes");
        assertEquals(
                Optional.of(true),
                JurisdictionRequest.draft(typed, FORMS).adopts().get(0).approval());
        assertEquals(
                List.of(),
                JurisdictionRequest.draft(typed().with("form", "national/enrolment-notice"), FORMS)
                        .adopts());
    }

    @Test
    void keepsWhatStandsInTheFileAndNotOnThePage() {
        String before = """
                {"name": "x", "targets": [{"id": "t", "label": "入学率", "value": "100%", "from": "2026-01-01"}],
                 "adopts": [{"form": "haikou/home-visit-record", "retention": "Y"}],
                 "categories": [{"id": "orphan", "label": "孤儿", "from": "2026-01-01"},
                                {"id": "poor", "label": "低保", "from": "2026-01-01"}],
                 "rules": [{"id": "own", "title": "自己的"}, {"id": "gone", "off": true, "source": "x"}]}
                """;
        String after = text(Optional.of(before), visit());
        assertTrue(after.contains("\"入学率\"") && after.contains("\"Y\"") && after.contains("自己的"), after);
        assertTrue(after.contains("\"until\" : \"2026-11-29\""), "one that is named no more ended yesterday: " + after);
        assertTrue(after.contains("留守儿童") && !after.contains("gone"), after);
    }

    @Test
    void whatWasWrittenIsShownAgain() {
        FORMS.learn("county-1", text(Optional.empty(), visit()).getBytes(StandardCharsets.UTF_8));
        Typed again = JurisdictionRequest.of(FORMS.jurisdiction("county-1").orElseThrow());
        assertTrue(again.has("adopt", VISIT));
        assertEquals("青禾县家访记录表", again.value("title:" + VISIT));
        assertEquals("留守儿童\n孤儿", again.value("categories"));
    }

    @Test
    void adoptsOneMoreUnderTheCountysOwnName() {
        Typed typed = typed();
        JurisdictionRequest.adopt(FORMS.paper(FormId.parse(VISIT)).orElseThrow(), typed, FORMS);
        JurisdictionDraft draft = JurisdictionRequest.draft(typed, FORMS);
        assertEquals("青禾县教育精准扶贫控辍保学家访记录表", draft.adopts().get(0).title().orElseThrow());
        assertEquals("青禾县教育精准扶贫攻坚", draft.adopts().get(0).words().get("coverTitle"));
    }

    @Test
    void adoptingOneMoreKeepsAllThatWasDecidedBefore() {
        Jurisdiction before = FORMS.jurisdiction("shifan").orElseThrow();
        Typed typed = JurisdictionRequest.of(before);
        JurisdictionRequest.adopt(
                FORMS.paper(FormId.parse("xixiangtang/watch-registration")).orElseThrow(), typed, FORMS);
        JurisdictionDraft draft = JurisdictionRequest.draft(typed, FORMS);
        assertEquals(before.adopts().size() + 1, draft.adopts().size());
        assertTrue(draft.off().contains("failed-persuasion-report"), "a rule that was switched off stays so");
    }

    private static Typed rates() {
        Typed typed = typed();
        new RatesOnPage(FORMS, typed).show(Optional.empty());
        return typed;
    }

    @Test
    void aRateThatSaysTheSameAsTheParentsIsInherited() {
        assertFalse(text(Optional.empty(), rates()).contains("rates"));
    }

    @Test
    void aRateIsDefinedAnewAndCountsAsTheFileDoes() {
        Typed typed = rates().with("rate:dropout:numerator", "学年内确认辍学的学生，返校的也计入\n减 学年内转出的净增人数")
                .with("rate:dropout:source", "青教〔2026〕3号");
        String json = text(Optional.empty(), typed);

        Jurisdiction.Rate rate = FORMS.draft("county-1", json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .rates()
                .get(0);
        assertEquals("dropout", rate.id());
        assertEquals("青教〔2026〕3号", rate.source());
        assertEquals(
                List.of(
                        new Jurisdiction.RollTerm(RollFigure.DROPPED_OUT_IN_YEAR, false),
                        new Jurisdiction.RollTerm(RollFigure.TURNED_TRANSFERRED, true)),
                rate.numerator());
        assertEquals(List.of(), FORMS.faultsOf("county-1", json.getBytes(StandardCharsets.UTF_8)));
        assertFalse(text(Optional.of(json), rates()).contains("dropout"), "given back to the parent");
        assertTrue(text(Optional.of(json), typed()).contains("dropout"), "kept where the form says nothing of it");
    }

    @Test
    void aRateThatNamesWhatNobodyCountsIsRefusedAtItsField() {
        assertEquals(
                List.of("rate:dropout:source", "rate:dropout:numerator", "rate:dropout:over"),
                refused(rates().with("rate:dropout:numerator", "全县学生")
                        .with("rate:dropout:over", " ")
                        .with("rate:dropout:source", "")));
    }
}
