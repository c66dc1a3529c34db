package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every folder under forms/. */
class FormsTest {
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(Path.of("forms")));

    /** What each source prints, in its order: seeds 000 and 004 verbatim, the others as conventions ask. */
    private static final Map<String, List<String>> LABELS = Map.of(
            "haikou/home-visit-record",
            List.of(
                    "海口市教育精准扶贫攻坚控辍保学家访记录表",
                    "学生姓名：",
                    "原就读学校：",
                    "所在区镇：",
                    "建档时间：年月日",
                    "海口市教育局",
                    "海口市教育精准扶贫控辍保学家访记录表",
                    "日期：年月日",
                    "学生姓名民族性别",
                    "年龄原就读学校年、班级",
                    "班主任姓名父亲姓名母亲姓名",
                    "联系电话联系电话联系电话",
                    "家庭地址",
                    "家访交流内容",
                    "家长意见",
                    "家长签名：",
                    "家访人员签字",
                    "控辍保学家访照片或相关材料粘贴处，日期：年月日"),
            "jiangxi/dropout-registration",
            List.of(
                    "江西省义务教育阶段辍学学生登记表",
                    "设区市：",
                    "县（市、区）：",
                    "填表日期：",
                    "基本信息",
                    "姓名居民身份证号码",
                    "出生日期年月日性别年龄民族",
                    "健康情况全国学籍号",
                    "监护人1与被核查人关系联系电话",
                    "监护人2与被核查人关系联系电话",
                    "户籍所在地填写详细地址。示例：省（市、自治区）市（州）县（市、区）乡镇（街道、办事处）（村、小区、门牌号码等）",
                    "学籍所在地要求同上",
                    "现居住地要求同上",
                    "辍学原因家庭情况简述",
                    "核查劝返情况",
                    "是否已开展劝返工作",
                    "劝返次数",
                    "劝返结果",
                    "未复学原因",
                    "劝返单位劝返责任人联系电话",
                    "劝返过程详细记录",
                    "示例：1．什么时间，具体人员，赴什么地方，如何开展劝返工作，结果如何？（分次记录、简明扼要，可附页。）"),
            "shangtianti/persuasion-notice",
            List.of(
                    "劝返复学通知书（存根）",
                    "沿此线撕开",
                    "劝返复学通知书",
                    "请自收到本通知书之日起七日内",
                    "特此通知。",
                    "沿此线撕开",
                    "劝返复学通知书（回执）",
                    "送达时间年月日时分",
                    "受送达人",
                    "与学生关系",
                    "送达地点送达方式",
                    "受送达人签名或按手印送达人签名（两人）",
                    "拒签事由见证人签名"),
            "national/duty-agreement",
            List.of(
                    "控辍保学目标责任书",
                    "甲方：",
                    "乙方：",
                    "一、工作目标",
                    "入学率巩固率辍学率",
                    "二、甲方职责",
                    "三、乙方职责",
                    "四、考核与奖惩",
                    "五、期限与份数",
                    "一式份",
                    "甲方（盖章）：乙方（盖章或签字）："));

    static Stream<Form> forms() {
        return CATALOG.forms().stream();
    }

    @Test
    void loadsEveryFolderWithoutFault() throws IOException {
        assertEquals(List.of(), CATALOG.faults());
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            Set<String> folders = new HashSet<>();
            files.filter(file -> file.endsWith("form.json"))
                    .forEach(file -> folders.add(
                            Path.of("forms").relativize(file.getParent()).toString()));
            assertEquals(
                    folders,
                    new HashSet<>(CATALOG.forms().stream()
                            .map(form -> form.id().toString())
                            .toList()));
            assertTrue(folders.containsAll(LABELS.keySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void acceptsItsOwnSampleAndEdge(Form form) {
        for (String name : List.of("sample.json", "edge.json")) {
            FormSample sample = sample(form, name);
            Map<String, Object> values = FormCheck.normalise(form, sample.values());
            assertEquals(sample.values().keySet(), values.keySet(), form.id() + " " + name);
            assertEquals(List.of(), FormCheck.check(form, values, sample.issuedOn()), form.id() + " " + name);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void printsEveryPrescribedLabelInOrder(Form form) {
        List<String> labels = LABELS.getOrDefault(form.id().toString(), List.of(form.title()));
        assertInOrder(text(Jsoup.parse(form.html())), labels, form.id() + " template");
        assertInOrder(
                text(Jsoup.parse(CATALOG.sheet(form)
                        .blank(SheetFacts.blank(sample(form, "sample.json").issuedOn())))),
                labels,
                form.id() + " blank");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void bindsItsSampleToTheExpectedText(Form form) throws IOException {
        FormSample sample = sample(form, "sample.json");
        String html = CATALOG.sheet(form).forPaper(FormCheck.normalise(form, sample.values()), sample.facts());
        List<String> expected = Files.readAllLines(folder(form).resolve("expected.txt"));
        assertInOrder(text(Jsoup.parse(html)), expected, form.id() + " expected.txt");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsEveryValueOfItsEdgeWhole(Form form) {
        FormSample edge = sample(form, "edge.json");
        String html = CATALOG.sheet(form).forPaper(FormCheck.normalise(form, edge.values()), edge.facts());
        String text = text(Jsoup.parse(html));
        edge.values().forEach((name, value) -> {
            if (value instanceof String words
                    && form.field(name).orElseThrow().type().isText()) {
                words.lines().forEach(line -> assertTrue(text.contains(squeeze(line)), form.id() + " " + name));
            }
        });
        assertFalse(html.contains("data-field"), "bound attributes stay behind");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAWellFormedPaper(Form form) {
        FormSample sample = sample(form, "sample.json");
        Document paper = Jsoup.parse(CATALOG.sheet(form).forPaper(sample.values(), sample.facts()));
        assertEquals("zh-CN", paper.selectXpath("/html").attr("lang"));
        assertEquals(form.title() + " " + sample.serial(), paper.title());
        assertEquals(1, paper.select("h1").size());
        assertFalse(paper.select("[data-seal]").isEmpty(), "no place for a seal");
        for (Element heading : paper.select("th")) {
            assertTrue(heading.attr("scope").matches("row|col"), heading.outerHtml());
        }
        for (Element image : paper.select("img")) {
            assertTrue(
                    image.attr("src").startsWith("photo:") && !image.attr("alt").isBlank(), image.outerHtml());
            assertTrue(Files.exists(folder(form).resolve(image.attr("src").substring(6))));
        }
        assertEquals(form.copies(), paper.select("[data-copy]").eachAttr("data-copy"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hasABlankForEveryFieldOnScreen(Form form) {
        FormSample sample = sample(form, "sample.json");
        Document screen =
                Jsoup.parse(CATALOG.sheet(form).forScreen(sample.values(), List.of(), Map.of(), sample.facts()));
        Set<String> names = new HashSet<>(screen.select("[name]").eachAttr("name"));
        for (Field field : form.fields()) {
            switch (field.type()) {
                case SIGNATURE -> assertFalse(names.contains(field.name()), field.name());
                case PHOTOS -> assertTrue(names.contains(field.name() + ".upload"), field.name());
                case TABLE ->
                    field.fields().forEach(column -> assertTrue(names.contains(field.name() + "[0]." + column.name())));
                default -> assertTrue(names.contains(field.name()), field.name());
            }
        }
        assertTrue(screen.select("[style], script, [onclick]").isEmpty());
    }

    @Test
    void noticeOfASchoolOrdersNobody() {
        Form notice =
                CATALOG.form(FormId.parse("shangtianti/persuasion-notice")).orElseThrow();
        assertEquals(List.of("SCHOOL"), notice.issuers());
        Document template = Jsoup.parse(notice.html());
        template.select("[data-law]").remove();
        assertFalse(text(template).contains("责令"), "a school may not order (义务教育法第五十八条)");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void onlyATownshipOrABureauOrders(Form form) {
        Document template = Jsoup.parse(form.html());
        template.select("[data-law]").remove();
        assertTrue(
                !text(template).contains("责令")
                        || Set.of("TOWNSHIP", "COUNTY_BUREAU", "CITY").containsAll(form.issuers()),
                form.id() + ": 义务教育法第五十八条、未成年人保护法第八十三条");
    }

    static void assertInOrder(String text, List<String> parts, String where) {
        int from = 0;
        for (String part : parts) {
            int found = text.indexOf(squeeze(part), from);
            assertTrue(found >= 0, where + ": not found in order: " + part);
            from = found + squeeze(part).length();
        }
    }

    private static String text(Document document) {
        return squeeze(document.body().wholeText());
    }

    private static String squeeze(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    private static FormSample sample(Form form, String name) {
        return FormSample.read(folder(form).resolve(name));
    }

    private static Path folder(Form form) {
        return CATALOG.folder(form.id()).orElseThrow();
    }
}
