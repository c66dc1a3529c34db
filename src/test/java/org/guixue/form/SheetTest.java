package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.Violation;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(Path.of("forms")));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Form REGISTRATION = form("jiangxi/dropout-registration");
    private static final Form NOTICE = form("shangtianti/persuasion-notice");
    private static final Form VISIT = form("haikou/home-visit-record");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onfocus=\"alert(1)\" autofocus=\"",
                "' onmouseover='alert(1)",
                "</textarea><img src=x onerror=alert(1)>",
                "</style><script>1</script>",
                "&lt;b&gt; & <!-- x --> ]]>",
                "\n<div data-seal='x' data-field='serial'>",
            })
    void valuesNeverBecomeMarkup(String hostile) {
        Map<String, Object> values = new LinkedHashMap<>(sample(REGISTRATION).values());
        for (Field field : REGISTRATION.fields()) {
            if (field.type() != FieldType.TABLE) {
                values.put(field.name(), hostile);
            }
        }
        values.put(
                "persuasions",
                List.of(Map.of("on", hostile, "by", hostile, "place", hostile, "how", hostile, "result", hostile)));
        Sheet sheet = CATALOG.sheet(REGISTRATION);
        SheetFacts facts = SheetFacts.issued(hostile, TODAY, hostile, hostile);
        Document paper = Jsoup.parse(sheet.forPaper(values, facts));
        Document calm = Jsoup.parse(sheet.forPaper(sample(REGISTRATION).values(), facts));
        assertEquals(
                calm.select("[data-seal]").size(), paper.select("[data-seal]").size());
        assertEquals(1, paper.select("style").size());
        assertSafe(paper);
        assertTrue(paper.title().contains(hostile.strip()), paper.title());
        List<Violation> violations = List.of(new Violation("studentName", hostile));
        Document screen = Jsoup.parse(sheet.forScreen(values, violations, Map.of("sex", hostile), facts));
        assertSafe(screen);
        assertEquals(hostile, first(screen, "input[name=studentName]").attr("value"));
        assertEquals(hostile, first(screen, "#blank-sex.locked").attr("title"));
        assertEquals(
                hostile.strip(),
                first(screen, "textarea[name=reason]").wholeText().strip());
    }

    @Test
    void keepsWhatClosesABlankWithIt() {
        Form certificate = form("shifan/enrolment-certificate");
        Document screen = Jsoup.parse(CATALOG.sheet(certificate)
                .forScreen(
                        sample(certificate).values(),
                        List.of(),
                        Map.of("studentName", "来自名册"),
                        SheetFacts.issued("", TODAY, "", "")));
        assertEquals("，", first(screen, ".held:has([name=purpose])").ownText());
        assertTrue(screen.select(".held:has(.locked)").isEmpty(), "as text, it breaks like text");
    }

    private static void assertSafe(Document document) {
        assertTrue(
                document.select("script, img, iframe, [autofocus]").isEmpty(),
                document.body().html());
        for (Element element : document.getAllElements()) {
            element.attributes()
                    .forEach(attribute -> assertFalse(attribute.getKey().startsWith("on"), element.outerHtml()));
        }
    }

    @Test
    void hostilePhotoNameStaysInItsAttribute() {
        Map<String, Object> values = Map.of("photos", List.of("x\" onerror=\"alert(1)"));
        Document paper = Jsoup.parse(CATALOG.sheet(VISIT).forPaper(values, SheetFacts.blank(TODAY)));
        assertEquals("photo:x\" onerror=\"alert(1)", first(paper, "img").attr("src"));
        assertEquals(List.of(), paper.select("img[onerror]").eachText());
    }

    @Test
    void rareCharactersSurvive() {
        String name = "㛃𬸪䶮·阿卜杜热合曼";
        Map<String, Object> values = Map.of("studentName", name);
        assertTrue(
                CATALOG.sheet(VISIT).forPaper(values, SheetFacts.blank(TODAY)).contains(name));
        assertTrue(CATALOG.sheet(VISIT)
                .forScreen(values, List.of(), Map.of(), SheetFacts.blank(TODAY))
                .contains(name));
    }

    @Test
    void writesDatesBoxesChoicesAndRows() {
        FormSample sample = sample(REGISTRATION);
        Document paper = Jsoup.parse(CATALOG.sheet(REGISTRATION).forPaper(sample.values(), sample.facts()));
        assertEquals(18, paper.select(".box").size());
        assertEquals(
                sample.values().get("nationalId"),
                String.join("", paper.select(".box").eachText()));
        assertTrue(paper.text().contains("2007年5月8日"));
        assertEquals(3, paper.select("[data-continue=劝返过程详细记录] > p").size());
        assertEquals("√ 是", first(paper, ".option").text().replace("√是", "√ 是"));
        assertFalse(paper.text().contains("要求同上"), "a hint stays on a filled paper");
    }

    @Test
    void blankFormKeepsHintsAndLeavesRoomToWrite() {
        Document blank = Jsoup.parse(CATALOG.sheet(REGISTRATION).blank(SheetFacts.blank(TODAY)));
        assertEquals(2, blank.getElementsContainingOwnText("要求同上").size());
        assertEquals(18, blank.select(".box").size());
        assertEquals(2, blank.select(".tick").size());
        assertFalse(blank.text().contains("√"));
    }

    @Test
    void missingDateKeepsItsBlankAndMissingTextLeavesNothing() {
        Document paper = Jsoup.parse(CATALOG.sheet(VISIT).forPaper(Map.of(), SheetFacts.blank(TODAY)));
        assertTrue(first(paper, ".pasted").text().endsWith("年 月 日")
                || first(paper, ".pasted").text().replace("\u00a0", "").endsWith("年月日"));
        assertEquals("", first(paper, ".conversation").text());
        assertTrue(paper.select("[data-field], [data-row], [data-if], [data-options], [data-boxes]")
                .isEmpty());
    }

    @Test
    void optionalPartStandsOnlyWithItsValue() {
        Form agreement = form("national/duty-agreement");
        Map<String, Object> values = new LinkedHashMap<>(sample(agreement).values());
        assertTrue(CATALOG.sheet(agreement)
                .forPaper(values, sample(agreement).facts())
                .contains("（五）双方约定的其他职责"));
        values.remove("otherDuties");
        assertFalse(CATALOG.sheet(agreement)
                .forPaper(values, sample(agreement).facts())
                .contains("（五）双方约定的其他职责"));
    }

    @Test
    void lawIsCitedWholeAndOnlyWhileInForce() {
        Form notice = form("shangtianti/persuasion-notice");
        Sheet sheet = CATALOG.sheet(notice);
        String cited =
                CATALOG.law().citation("yiwujiaoyufa-58", TODAY).orElseThrow().toString();
        assertTrue(sheet.blank(SheetFacts.blank(TODAY)).contains(cited));
        assertFalse(sheet.blank(SheetFacts.blank(LocalDate.of(2010, 1, 1))).contains("第五十八条"));
    }

    @Test
    void aBlankBearsTheNamesOfTheCountyThatAdoptsTheForm() {
        String blank = CATALOG.sheet(VISIT).blank(Map.of("bureau", "示范县教育局"), SheetFacts.blank(TODAY));
        assertTrue(blank.contains("示范县教育局"));
        assertFalse(blank.contains("海口市教育局"));
    }

    @Test
    void aTextThatIsTooLongStaysAsTypedAndIsSaidAtItsCell() {
        String efforts = "劝".repeat(152);
        Map<String, Object> values = Map.of("efforts", efforts);
        List<Violation> violations = FormCheck.check(NOTICE, values, TODAY);
        Document screen =
                Jsoup.parse(CATALOG.sheet(NOTICE).forScreen(values, violations, Map.of(), SheetFacts.blank(TODAY)));
        assertTrue(screen.select("[maxlength]").isEmpty());
        assertEquals(efforts, first(screen, "textarea[name=efforts]").text());
        assertEquals(
                "「已做的劝返工作」最多130个字，现有152个字；请删减。",
                first(screen, "#violation-efforts").text());
    }

    @Test
    void screenBlankHasKindLabelAndFault() {
        FormSample sample = sample(REGISTRATION);
        List<Violation> violations =
                List.of(new Violation("age", "「年龄」应当是数字。"), new Violation("persuasions[1].on", "「时间」晚于今天。"));
        Document screen = Jsoup.parse(CATALOG.sheet(REGISTRATION)
                .forScreen(sample.values(), violations, Map.of("studentName", "来自学生档案"), sample.facts()));
        Element name = first(screen, "#blank-studentName.locked");
        assertTrue(screen.select("[name=studentName]").isEmpty());
        assertEquals("来自学生档案", name.attr("title"));
        assertEquals("date", first(screen, "[name=bornOn]").attr("type"));
        assertEquals("2007-05-08", first(screen, "[name=bornOn]").attr("value"));
        assertEquals("女", first(screen, "select[name=sex] option[selected]").attr("value"));
        assertEquals(sample.values().get("studentName"), name.ownText());
        Element age = first(screen, "[name=age]");
        assertEquals("true", age.attr("aria-invalid"));
        assertEquals(
                "「年龄」应当是数字。", first(screen, "#" + age.attr("aria-describedby")).text());
        assertEquals("「时间」晚于今天。", first(screen, "#violation-persuasions-1-on").text());
        assertEquals("persuasions", first(screen, "button[name=addRow]").attr("value"));
        assertEquals(
                List.of("persuasions[0]", "persuasions[1]", "persuasions[2]"),
                screen.select("button[name=removeRow]").eachAttr("value"));
        assertEquals(
                screen.select("[id]").size(),
                screen.select("[id]").eachAttr("id").stream().distinct().count());
    }

    @Test
    void fieldShownTwiceIsOneInputAndAMirror() {
        Document screen = Jsoup.parse(CATALOG.sheet(VISIT)
                .forScreen(sample(VISIT).values(), List.of(), Map.of(), SheetFacts.draft("校", TODAY)));
        assertEquals(1, screen.select("[name=studentName]").size());
        assertEquals("符晓梅", first(screen, "[data-mirror=studentName]").text());
        assertEquals(2, screen.select("img[src^=/photos/]").size());
        assertEquals("image/jpeg,image/png", first(screen, "input[type=file]").attr("accept"));
    }

    @Test
    void postedPageGivesTheSameValuesBack() {
        for (Form form : CATALOG.forms()) {
            FormSample sample = sample(form);
            Map<String, Object> values = FormCheck.normalise(form, sample.values());
            Document screen = Jsoup.parse(CATALOG.sheet(form).forScreen(values, List.of(), Map.of(), sample.facts()));
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            for (Element input : screen.select(
                    "input[name]:not([type=file]):not([type=radio]:not([checked])):not([type=checkbox]:not([checked])), "
                            + "textarea[name], select[name]")) {
                String text = input.normalName().equals("select")
                        ? first(input, "option[selected]").attr("value")
                        : input.normalName().equals("textarea") ? input.wholeText() : input.attr("value");
                parameters
                        .computeIfAbsent(input.attr("name"), name -> new java.util.ArrayList<>())
                        .add(text);
            }
            parameters.put("_csrf", List.of("token"));
            assertEquals(
                    text(values),
                    text(FormValues.posted(form, parameters)),
                    form.id().toString());
        }
    }

    @Test
    void addsAndRemovesRows() {
        Map<String, Object> values = sample(REGISTRATION).values();
        assertEquals(
                4,
                FormValues.rows(FormValues.withRow(values, "persuasions").get("persuasions"))
                        .size());
        List<Map<String, Object>> left =
                FormValues.rows(FormValues.withoutRow(values, "persuasions[0]").get("persuasions"));
        assertEquals("2021-03-06", left.get(0).get("on"));
        assertEquals(values, FormValues.withoutRow(values, "persuasions[9]"));
        assertEquals(values, FormValues.withoutRow(values, "nonsense"));
    }

    private static String text(Map<String, Object> values) {
        return new java.util.TreeMap<>(values).toString();
    }

    private static Element first(Element root, String query) {
        Element found = root.selectFirst(query);
        assertNotNull(found, query);
        return found;
    }

    private static FormSample sample(Form form) {
        return FormSample.read(CATALOG.folder(form.id()).orElseThrow().resolve("sample.json"));
    }

    private static Form form(String id) {
        return CATALOG.form(FormId.parse(id)).orElseThrow();
    }
}
