package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormCatalogTest {
    private static final Path PACKAGED = Path.of("forms");
    private static final String JSON = """
            {
              "id": "watch-list", "version": 1,
              "title": "重点学生登记表", "kind": "WATCH", "about": "student",
              "issuers": ["SCHOOL"], "series": "重", "serial": "{office.mark}{series}〔{year}〕{n}号",
              "copies": [], "countersigned": [], "retention": "D10", "access": "ordinary", "basis": [],
              "fields": [
                {"name": "studentName", "label": "姓名", "type": "name", "required": true, "from": "student.name"},
                {"name": "seenOn", "label": "日期", "type": "date", "notAfter": "issuedOn"}
              ]
            }
            """;
    private static final FormId WATCH = FormId.parse("shifan/watch-list");
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="UTF-8"><title>重点学生登记表</title><link rel="stylesheet" href="form.css"></head>
            <body><div class="sheet">
            <h1 data-field="title">重点学生登记表</h1>
            <p>姓名：<span data-field="studentName"></span></p>
            <p>日期：<span data-field="seenOn">年月日</span></p>
            <div data-seal="公章"></div>
            </div></body></html>
            """;

    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void putAFormIntoTheHome() throws IOException {
        folder = Files.createDirectories(home.resolve("shifan/watch-list"));
        write("form.json", JSON);
        write("form.html", HTML);
        write("form.css", ".sheet h1 { font-size: 20pt; }\n");
    }

    @Test
    void newFormIsANewFolderAndNoJava() {
        FormCatalog catalog = load();
        assertEquals(List.of(), catalog.faults());
        Form form = catalog.form(FormId.parse("shifan/watch-list"), "shifan").orElseThrow();
        Map<String, Object> values =
                FormCheck.normalise(form, Map.of("studentName", " 古丽．买买提 ", "seenOn", "2026-03-15"));
        assertEquals(List.of(), FormCheck.check(form, values, LocalDate.of(2026, 11, 22)));
        String paper = catalog.sheet(form)
                .forPaper(values, SheetFacts.issued("示重〔2026〕1号", LocalDate.of(2026, 11, 22), "", "东山镇中心小学"));
        assertTrue(paper.contains("古丽·买买提") && paper.contains("2026年3月15日"), paper);
        assertTrue(
                catalog.form(FormId.parse("shifan/watch-list"), "haikou").isEmpty(),
                "it is in force in its county only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form.json | \"version\": 1,          | \"version\": 1           | 3 | JSON",
                "form.json | \"type\": \"date\"       | \"type\": \"data\"       | 8 | data",
                "form.json | \"notAfter\": \"issuedOn\" | \"notAfter\": \"tomorrow\" | 8 | notAfter",
                "form.json | \"series\"               | \"serie\"                | 4 | serie",
                "form.json | \"issuers\": [\"SCHOOL\"] | \"issuers\": [\"SCHOOL\"], \"states\": [\"LOST\"] | 4 | LOST",
                "form.json | \"about\": \"student\"   | \"about\": \"child\"     | 3 | about",
                "form.json | \"name\": \"seenOn\"     | \"name\": \"studentName\" | 8 | 重复",
                "form.html | data-field=\"seenOn\"    | data-field=\"senOn\"     | 7 | senOn",
                "form.html | <div data-seal=\"公章\"></div> | <script>1</script>  | 8 | script",
                "form.html | <h1 data-field=\"title\"> | <h1 onclick=\"x()\">    | 5 | onclick",
                "form.html | <p>日期                  | <p style=\"color:red\">日期 | 7 | style",
                "form.html | <p>姓名                  | <p data-law=\"nowhere\">姓名 | 6 | nowhere",
                "form.css  | font-size: 20pt          | background: url(http://x) | 1 | url",
            })
    void namesFileLineAndReasonOfAFaultAndServesTheOthers(String file, String good, String bad, int line, String reason)
            throws IOException {
        String source = Files.readString(folder.resolve(file));
        assertTrue(source.contains(good), "the fixture has no " + good);
        write(file, source.replace(good, bad));
        FormCatalog catalog = load();
        assertEquals(1, catalog.faults().size(), catalog.faults().toString());
        FormFault fault = catalog.faults().get(0);
        assertTrue(fault.file().endsWith(file), fault.toString());
        assertEquals(line, fault.line(), fault.toString());
        assertTrue(fault.reason().contains(reason), fault.toString());
        assertEquals(packaged().forms().size(), catalog.forms().size());
        assertEquals(
                packaged().formsOf("shifan").size(), catalog.formsOf("shifan").size());
    }

    @Test
    void knowsTheStatesOfAChildThatTheRosterKnows() {
        assertEquals(
                FormFile.STATES,
                Stream.of(StudentState.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void suitsAChildInOneOfItsStatesOrAnyWhereItNamesNone() throws IOException {
        assertTrue(load().form(WATCH).orElseThrow().suits("DROPPED_OUT"));
        write("form.json", JSON.replace("\"series\"", "\"states\": [\"ENROLLED\"], \"series\""));
        Form narrowed = load().form(WATCH).orElseThrow();
        assertTrue(narrowed.suits("ENROLLED"));
        assertFalse(narrowed.suits("DROPPED_OUT"));
    }

    @Test
    void namesAMissingFileAndAFieldWithoutPlace() throws IOException {
        Files.delete(folder.resolve("form.css"));
        assertTrue(load().faults().get(0).file().endsWith("form.css"));
        write("form.css", "");
        write("form.html", HTML.replace("<span data-field=\"seenOn\">年月日</span>", "年月日"));
        assertTrue(load().faults().get(0).reason().contains("seenOn"));
    }

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
    void readsTheTreeOutOfAJar() throws Exception {
        Path jar = home.resolve("packed.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(PACKAGED)) {
            for (Path file : files.sorted().toList()) {
                String name = "forms/" + PACKAGED.relativize(file).toString().replace('\\', '/');
                packed.putNextEntry(new JarEntry(Files.isDirectory(file) && !name.endsWith("/") ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, packed);
                }
                packed.closeEntry();
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            FormCatalog catalog = FormCatalog.load(List.of(PackagedForms.root(loader)));
            assertEquals(List.of(), catalog.faults());
            assertEquals(packaged().forms().size(), catalog.forms().size());
            Path sample = catalog.folder(FormId.parse("national/duty-agreement"))
                    .orElseThrow()
                    .resolve("sample.json");
            assertEquals("示范县教育局", FormSample.read(sample).issuerName());
        }
    }

    @Test
    void findsThePackagedTreeInAFolder() {
        assertTrue(Files.exists(PackagedForms.root().resolve("paper.css")));
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

    private static FormCatalog packaged() {
        return FormCatalog.load(List.of(PACKAGED));
    }

    private FormCatalog load() {
        return FormCatalog.load(List.of(PACKAGED, home, home.resolve("missing")));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
