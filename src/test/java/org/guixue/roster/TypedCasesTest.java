package org.guixue.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormCheck;
import org.guixue.form.FormId;
import org.guixue.identity.Telephone;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that offices sent in with characters that look right and were refused or kept wrong. */
class TypedCasesTest {
    private static List<RosterRow> rows(String file) {
        try (InputStream in = TypedCasesTest.class.getResourceAsStream("/cases/" + file)) {
            Table table = RosterReading.table(in.readAllBytes());
            RowReader reader = new RowReader(table, Set.of());
            List<RosterRow> rows = new ArrayList<>();
            for (Rows entries = table.rows(); entries.hasNext(); ) {
                rows.add(reader.read(entries.next()));
            }
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> names(String file) {
        return rows(file).stream()
                .map(row -> row.givenName().value().orElseThrow().text())
                .toList();
    }

    @Test
    void takesNewerIdeographsAsTheyAre() {
        assertEquals(
                List.of(
                        "李" + Character.toString(0x3158E),
                        "李" + Character.toString(0x31350),
                        "李" + Character.toString(0x2EBF0),
                        "李" + Character.toString(0x2EE5D),
                        "李" + Character.toString(0x9FFF),
                        "李" + Character.toString(0x2B739),
                        "李" + Character.toString(0x2A6DF)),
                names("04-newer-ideographs/names.xlsx"));
    }

    @Test
    void writesEveryDotBetweenHanCharactersAsOne() {
        assertEquals(List.of("帕提古丽·买买提", "古丽·艾山", "古丽·艾山", "古丽·艾山"), names("11-half-width-dot/dot.xlsx"));
    }

    @Test
    void fallsBackToThePlainCharacterAndToTheOneThatGbkMeant() {
        assertEquals(List.of("葛明", "葛明", "王䶮"), names("12-variation-selector-and-gbk-private/vs.xlsx"));
    }

    @Test
    void readsRadicalsAsTheIdeographsThatTheyLookLike() {
        assertEquals(List.of("马小明", "方小明"), names("13-radicals/radicals.xlsx"));
    }

    @Test
    void takesOffTheMarksThatTelephonesPutAroundNumbers() {
        List<RosterRow> rows = rows("14-bidi-marks/bidi.xlsx");
        assertEquals(List.of("标甲", "标乙", "标丙"), names("14-bidi-marks/bidi.xlsx"));
        for (RosterRow row : rows) {
            assertTrue(row.nationalId().isPresent(), row.toString());
            String phone = Telephone.plain(row.text("phone1").orElseThrow());
            assertEquals("13900000001", phone);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G36070220150315123X",
                "G360702201503151235",
                "L36070220150315AB12",
                "J36070220150315001X",
                "J36070220150315AB1X",
                "360702201503151235"
            })
    void theRosterAndTheFormJudgeAStudentNumberAlike(String number) {
        var form = FormCatalog.load(List.of(Path.of("forms")))
                .form(FormId.parse("jiangxi/dropout-registration"))
                .orElseThrow();
        var values = FormCheck.normalise(form, java.util.Map.of("studentNumber", number));
        boolean refusedByForm = FormCheck.check(form, values, java.time.LocalDate.of(2026, 11, 29)).stream()
                .anyMatch(violation -> violation.field().equals("studentNumber"));
        RosterRow row =
                new RosterRow(2, java.util.Map.of(RosterColumns.STUDENT_NUMBER, number), List.of(), java.util.Map.of());
        assertEquals(refusedByForm, row.givenNumber().fault().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"王⽅, 王方", "古丽.艾山, 古丽·艾山"})
    void oneNameInTwoSpellingsIsOneChildOfAFile(String typed, String name) {
        InFile inFile = new InFile();
        List<RosterRow> rows = new ArrayList<>();
        for (String each : List.of(typed, name)) {
            rows.add(new RosterRow(
                    rows.size() + 2,
                    java.util.Map.of(RosterColumns.NAME, each, RosterColumns.BORN_ON, "2014-03-05"),
                    List.of(),
                    java.util.Map.of()));
        }
        rows.forEach(inFile::add);
        assertEquals(1, inFile.problems(rows.get(0)).size());
    }
}
