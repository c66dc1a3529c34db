package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a county adopts, inherits, renames and replaces, and under which rules. */
class AdoptedFormsTest extends FormsAtHome {
    @Test
    void brokenJurisdictionIsAFaultAndItsFormsStay() throws IOException {
        Files.writeString(home.resolve("shifan/jurisdiction.json"), "{\n \"name\": \"示范县\",\n \"parents\": \"x\"}");
        FormCatalog catalog = load();
        assertEquals(3, catalog.faults().get(0).line());
        assertEquals(
                packaged().formsOf("shifan").size() + 1,
                catalog.formsOf("shifan").size());
    }

    @Test
    void anAdoptionAsksForApprovalOrWaivesIt() throws IOException {
        Files.createDirectories(home.resolve("elsewhere"));
        Files.writeString(home.resolve("elsewhere/jurisdiction.json"), """
                {"name": "别处", "adopts": [
                  {"form": "shangtianti/persuasion-notice", "approval": true},
                  {"form": "shifan/enrolment-certificate", "approval": false},
                  {"form": "national/duty-agreement"}]}
                """);
        FormCatalog catalog = load();
        FormId notice = FormId.parse("shangtianti/persuasion-notice");
        FormId certificate = FormId.parse("shifan/enrolment-certificate");
        assertTrue(catalog.form(notice, "elsewhere").orElseThrow().approval());
        assertFalse(catalog.form(notice, "shifan").orElseThrow().approval());
        assertFalse(catalog.form(certificate, "elsewhere").orElseThrow().approval());
        assertTrue(catalog.form(certificate, "shifan").orElseThrow().approval());
        assertFalse(catalog.form(FormId.parse("national/duty-agreement"), "elsewhere")
                .orElseThrow()
                .approval());
    }

    @Test
    void reportsAdoptionOfAFormThatDoesNotExist() throws IOException {
        Files.createDirectories(home.resolve("elsewhere"));
        Files.writeString(
                home.resolve("elsewhere/jurisdiction.json"),
                "{\"name\": \"别处\", \"parent\": \"nowhere\", \"adopts\": [{\"form\": \"haikou/none\"}]}");
        assertEquals(2, load().faults().size());
    }

    @Test
    void replacesAFormOnlyWithAHigherVersion() throws IOException {
        Path copy = Files.createDirectories(home.resolve("national/duty-agreement"));
        for (String file : List.of("form.json", "form.html", "form.css")) {
            Files.copy(PACKAGED.resolve("national/duty-agreement").resolve(file), copy.resolve(file));
        }
        FormId id = FormId.parse("national/duty-agreement");
        assertTrue(load().faults().get(0).reason().contains("version"));
        int packaged = load().form(id).orElseThrow().version();
        Files.writeString(
                copy.resolve("form.json"),
                Files.readString(copy.resolve("form.json"))
                        .replace("\"version\": " + packaged, "\"version\": " + (packaged + 1)));
        assertEquals(packaged + 1, load().form(id).orElseThrow().version());
    }

    @Test
    void countyAdoptsFormsUnderItsOwnNamesAndTheIdStays() {
        FormCatalog catalog = load();
        Form own =
                catalog.form(FormId.parse("haikou/home-visit-record"), "shifan").orElseThrow();
        assertEquals("示范县控辍保学家访记录表", own.title());
        Form origin = catalog.form(FormId.parse("haikou/home-visit-record")).orElseThrow();
        assertEquals(origin.digest(), own.digest());
        String paper = catalog.sheet(own).blank(SheetFacts.blank(LocalDate.of(2026, 11, 22)));
        assertTrue(paper.contains("示范县控辍保学家访记录表") && !paper.contains("精准扶贫"), paper);
    }

    @Test
    void inheritsFormsAndDeadlinesFromTheParents() {
        FormCatalog catalog = load();
        List<String> ids = catalog.formsOf("ganxian").stream()
                .map(form -> form.id().toString())
                .toList();
        assertTrue(ids.containsAll(List.of("national/duty-agreement", "jiangxi/dropout-registration")), ids::toString);
        assertFalse(ids.contains("national/dropout-registration"), "the province's own of that name replaces it");
        Map<String, String> sources =
                catalog.rulesOf("ganxian").stream().collect(java.util.stream.Collectors.toMap(Rule::id, Rule::source));
        assertTrue(sources.getOrDefault("monthly-report", "").startsWith("赣县教基字"), "overridden by id: " + sources);
        assertFalse(sources.containsKey("first-persuasion"), "switched off there");
        assertEquals(List.of(), catalog.formsOf("nowhere"));
    }

    @Test
    void refusesAWrongRuleByNameAndFieldAndServesTheOthers() throws Exception {
        Path folder = Files.createDirectories(home.resolve("own/testland"));
        Files.writeString(folder.resolve("jurisdiction.json"), """
                {"name": "试县", "parent": "national", "rules": [
                  {"id": "good", "trigger": "month-end", "who": "SCHOOL", "must": "报送", "within": "P0D", "source": "试"},
                  {"id": "bad-within", "trigger": "month-end", "who": "SCHOOL", "must": "报送", "within": "soon", "source": "试"},
                  {"id": "bad-event", "trigger": "NOTICED", "who": "SCHOOL", "must": "报送", "within": "P1D", "source": "试"},
                  {"id": "bad-who", "trigger": "week", "who": "NOBODY", "must": "报送", "within": "P1D", "source": "试"},
                  {"id": "bad-form", "trigger": "week", "who": "SCHOOL", "must": "报送", "within": "P1D", "source": "试",
                   "doneBy": [{"form": "national/none"}]}]}""");
        FormCatalog catalog = FormCatalog.load(List.of(PACKAGED, home.resolve("own")));
        List<String> faults = catalog.faults().stream().map(FormFault::toString).toList();
        assertEquals(4, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains("jurisdiction.json 第3行：规则 “bad-within”：within"), faults.get(0));
        assertTrue(faults.get(1).contains("规则 “bad-event”：trigger"), faults.get(1));
        assertTrue(faults.get(2).contains("规则 “bad-who”：who"), faults.get(2));
        assertTrue(faults.get(3).contains("规则 “bad-form”：doneBy"), faults.get(3));
        assertTrue(
                catalog.rulesOf("testland").stream().anyMatch(rule -> rule.id().equals("good")));
    }

    @Test
    void citesTheLawInForceOnTheDay() {
        LawLibrary law = load().law();
        assertEquals(
                "第十一条",
                law.citation("yiwujiaoyufa-11", LocalDate.of(2026, 11, 22))
                        .orElseThrow()
                        .article());
        assertTrue(law.citation("yiwujiaoyufa-11", LocalDate.of(2018, 12, 28)).isEmpty());
        Citation old = new Citation(
                "x", "法", "第一条", "旧", LocalDate.of(2000, 1, 1), java.util.Optional.of(LocalDate.of(2009, 12, 31)));
        Citation current = new Citation("x", "法", "第一条", "新", LocalDate.of(2010, 1, 1), java.util.Optional.empty());
        LawLibrary two = new LawLibrary(List.of(old, current));
        assertEquals(
                "旧", two.citation("x", LocalDate.of(2009, 12, 31)).orElseThrow().text());
        assertEquals(
                "新", two.citation("x", LocalDate.of(2010, 1, 1)).orElseThrow().text());
    }
}
