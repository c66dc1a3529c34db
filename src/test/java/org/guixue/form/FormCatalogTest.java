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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form is a folder: it is read, checked, and its faults are named while the others are served. */
class FormCatalogTest extends FormsAtHome {
    private static final FormId WATCH = FormId.parse("shifan/watch-list");

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
}
