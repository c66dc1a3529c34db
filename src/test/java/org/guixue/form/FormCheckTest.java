package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.guixue.identity.NationalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTest {
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(Path.of("forms")));
    private static final Form REGISTRATION =
            CATALOG.form(FormId.parse("jiangxi/dropout-registration")).orElseThrow();
    private static final FormSample SAMPLE =
            FormSample.read(CATALOG.folder(REGISTRATION.id()).orElseThrow().resolve("sample.json"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nationalId    | 360721200705081420  | 校验码",
                "nationalId    | 360721200713081428  | 出生日期",
                "nationalId    | 36072120070508142   | 18位",
                "studentNumber | G360721200705081420 | 校验码",
                "studentNumber | 360721200705081428  | 19位",
                "bornOn        | 2007-05-09          | 不一致",
                "bornOn        | 2007-02-30          | 真实",
                "bornOn        | 1899-12-31          | 1900",
                "bornOn        | 20070508            | 真实",
                "sex           | 男                  | 不一致",
                "sex           | 不详                | 男、女之一",
                "filledOn      | 2021-03-16          | 晚于",
                "guardian1Phone| 电话不详            | 手机",
                "age           | 十三                | 数字",
                "age           | 26                  | 0到25",
                "age           | 13.5                | 整数",
                "age           | -1                  | 0到25",
                "persuasionCount | 2                 | 一致",
                "studentName   | ''                  | 必须填写",
                "healthy       | 良好                | 没有",
            })
    void namesTheRuleOnceForEachField(String field, String value, String rule) {
        Map<String, Object> values = new LinkedHashMap<>(SAMPLE.values());
        values.put(field, value);
        List<Violation> violations = check(values);
        assertEquals(1, violations.size(), violations.toString());
        assertEquals(field, violations.get(0).field());
        assertTrue(violations.get(0).message().contains(rule), violations.toString());
    }

    @Test
    void readsWhatOneTypesInFullWidthAndSmallLetters() {
        String id = "11010519491231002X";
        assertTrue(NationalId.fault(id).isEmpty());
        Map<String, Object> values = new LinkedHashMap<>(SAMPLE.values());
        values.put("nationalId", "１１０１０５ 19491231 002ｘ");
        values.put("bornOn", "１９４９-12-31");
        values.put("studentNumber", "g11010519491231002x");
        values.put("age", " １３ ");
        values.put("studentName", " 古丽．买买提 ");
        Map<String, Object> normal = FormCheck.normalise(REGISTRATION, values);
        assertEquals(id, normal.get("nationalId"));
        assertEquals("1949-12-31", normal.get("bornOn"));
        assertEquals(13L, normal.get("age"));
        assertEquals("古丽·买买提", normal.get("studentName"));
        assertEquals(List.of(), check(values));
    }

    @Test
    void childWithoutAnIdOrNumberIsValid() {
        Map<String, Object> values = new LinkedHashMap<>(SAMPLE.values());
        values.remove("nationalId");
        values.put("studentNumber", "L36072120070508A1B2");
        assertEquals(List.of(), check(values));
    }

    @Test
    void checksATableCellByCell() {
        List<Map<String, Object>> rows =
                new ArrayList<>(FormValues.rows(SAMPLE.values().get("persuasions")));
        rows.get(0).put("on", "2021-03-16");
        rows.get(1).remove("by");
        rows.get(2).put("weather", "晴");
        rows.add(new LinkedHashMap<>());
        Map<String, Object> values = new LinkedHashMap<>(SAMPLE.values());
        values.put("persuasions", rows);
        values.put("persuasionCount", 4);
        assertEquals(
                List.of("persuasions[0].on", "persuasions[1].by", "persuasions[2].weather", "persuasions[3]"),
                check(values).stream().map(Violation::field).toList());
    }

    @Test
    void neverThrowsWhateverTheShape() {
        for (Field field : REGISTRATION.fields()) {
            for (Object wrong : List.of(
                    1, true, List.of(), List.of(1), List.of(List.of()), Map.of("a", 1), "x\u0000y", "\ud800", 1e300)) {
                Map<String, Object> values = new LinkedHashMap<>(SAMPLE.values());
                values.put(field.name(), wrong);
                check(values)
                        .forEach(violation -> assertTrue(violation.message().endsWith("。"), violation.toString()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7, 0xD800, 0x2028})
    void refusesWhatCannotBePrinted(int character) {
        assertEquals(1, violations("reason", "甲" + (char) character + "乙").size());
    }

    @Test
    void takesOffTheMarksOfWritingDirection() {
        assertEquals(
                "甲乙",
                FormCheck.normalise(REGISTRATION, Map.of("reason", "甲\u202E乙")).get("reason"));
    }

    @Test
    void countsCharactersNotCodeUnits() {
        assertEquals(0, violations("guardian1", "𬸪".repeat(50)).size());
        assertTrue(violations("guardian1", "𬸪".repeat(51)).get(0).message().contains("现有51个字"));
    }

    @Test
    void dateMayNotLieAfterAnotherField() {
        Form agreement = CATALOG.form(FormId.parse("national/duty-agreement")).orElseThrow();
        FormSample sample =
                FormSample.read(CATALOG.folder(agreement.id()).orElseThrow().resolve("sample.json"));
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.put("validUntil", "2026-08-31");
        List<Violation> violations = FormCheck.check(agreement, values, sample.issuedOn());
        assertEquals("validFrom", violations.get(0).field());
        assertTrue(violations.get(0).message().contains("「有效期止」"), violations.toString());
    }

    @ParameterizedTest
    @CsvSource({"100.01, 0到100", "99.555, 两位小数", "约99, 数字"})
    void percentHasRangeAndPrecision(String value, String rule) {
        Form agreement = CATALOG.form(FormId.parse("national/duty-agreement")).orElseThrow();
        FormSample sample =
                FormSample.read(CATALOG.folder(agreement.id()).orElseThrow().resolve("sample.json"));
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.put("retained", value);
        List<Violation> violations =
                FormCheck.check(agreement, FormCheck.normalise(agreement, values), sample.issuedOn());
        assertTrue(violations.get(0).message().contains(rule), violations.toString());
    }

    @Test
    void limitsPicturesAndTheirNames() {
        Form visit = CATALOG.form(FormId.parse("haikou/home-visit-record")).orElseThrow();
        FormSample sample =
                FormSample.read(CATALOG.folder(visit.id()).orElseThrow().resolve("sample.json"));
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.put("photos", List.of("1", "2", "3", "4", "5", "6", "7"));
        assertTrue(FormCheck.check(visit, values, sample.issuedOn())
                .get(0)
                .message()
                .contains("最多6张"));
        values.put("photos", List.of("../../etc/passwd"));
        assertEquals(
                "photos",
                FormCheck.check(visit, values, sample.issuedOn()).get(0).field());
    }

    @Test
    void schemaSaysTheSameShapes() {
        JsonNode schema = FormSchema.of(REGISTRATION);
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.path("$schema").asText());
        assertEquals("integer", schema.at("/properties/age/type").asText());
        assertEquals(
                "date",
                schema.at("/properties/persuasions/items/properties/on/format").asText());
        assertEquals("女", schema.at("/properties/sex/enum/1").asText());
        assertEquals(false, schema.path("additionalProperties").asBoolean(true));
        assertTrue(schema.path("required").toString().contains("studentName"));
    }

    private static List<Violation> violations(String field, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(SAMPLE.values());
        values.put(field, value);
        return check(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shifan/enrolment-certificate | enrolledOn | 2026-12 | 填的是2026年12月，晚于今天",
                "shifan/enrolment-certificate | enrolledOn | 2026-11 | ''",
                "national/deferral-application | fromMonth | 2035-01 | 晚于「延缓期限止」",
            })
    void holdsAMonthAgainstADayOrAnotherMonth(String id, String field, String month, String rule) {
        Form form = CATALOG.form(FormId.parse(id)).orElseThrow();
        FormSample sample =
                FormSample.read(CATALOG.folder(form.id()).orElseThrow().resolve("sample.json"));
        Map<String, Object> values = new LinkedHashMap<>(sample.values());
        values.put(field, month);
        String found = FormCheck.check(form, FormCheck.normalise(form, values), sample.issuedOn()).stream()
                .map(violation -> violation.field() + violation.message())
                .collect(Collectors.joining());
        assertTrue(rule.isEmpty() ? found.isEmpty() : found.startsWith(field) && found.contains(rule), found);
    }

    private static List<Violation> check(Map<String, Object> values) {
        return FormCheck.check(REGISTRATION, FormCheck.normalise(REGISTRATION, values), SAMPLE.issuedOn());
    }
}
