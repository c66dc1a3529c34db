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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every ledger under forms/. */
class LedgerFoldersTest {
    private static final FormCatalog CATALOG = FormCatalog.load(List.of(Path.of("forms")));

    /** What seed 004 prints, in its order. */
    private static final Map<String, List<String>> LABELS = Map.of(
            "ganxian/campaign-statistics",
            List.of("附件1-1", "赣县区年春（秋）季学期控辍保学专项行动统计表"),
            "ganxian/dropout-summary",
            List.of(
                    "附件1-2",
                    "赣县区义务教育阶段辍学学生登记汇总表",
                    "填报单位：（盖章）时间：年月日",
                    "序号姓名身份证号码学籍所在学校人员类别（建档立卡脱贫户或镇贫困户）登记类型备注",
                    "123456789注：1．本表为附件1-1的名单汇总。2．登记类型填“失学辍学”或者“缓学休学”。"),
            "ganxian/return-ledger",
            List.of(
                    "附件2",
                    "赣县区年脱贫户子女辍学学生劝返复学工作台账",
                    "序号原就读学校姓名性别年龄辍学时间复学学校复学时间班级备注（建档立卡贫困户／城镇贫困户）",
                    "1234567891011",
                    "学校：（盖章）时间：年月"),
            "ganxian/disabled-enrolment-ledger",
            List.of(
                    "附件3",
                    "赣县区义务教育阶段适龄残疾儿童就学台账",
                    "学校名称：（盖章）年月日",
                    "序号姓名性别身份证号年龄家庭住址监护人姓名联系电话残疾类别（与残疾证保持一致）年级就学情况（填是否入学）备注",
                    "1234567891011"),
            "ganxian/home-tuition-ledger",
            List.of(
                    "附件4",
                    "赣县区义务教育阶段重度残疾儿童少年送教上门工作台账",
                    "单位（盖章）：时间：年月日",
                    "序号姓名性别身份证号年龄家庭住址监护人姓名联系电话不具备学习原因（与残疾保证保持一致）",
                    "人员类别（建档立卡贫困户或镇贫困户）送教上门学校备注",
                    "12345678910"));

    static Stream<Ledger> ledgers() {
        return CATALOG.ledgers().stream();
    }

    @Test
    void loadsEveryFolderWithoutFault() throws IOException {
        assertEquals(List.of(), CATALOG.faults());
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            Set<String> folders = files.filter(file -> file.endsWith(LedgerFile.FILE))
                    .map(file -> Path.of("forms").relativize(file.getParent()).toString())
                    .collect(Collectors.toSet());
            Set<String> read = ledgers().map(ledger -> ledger.id().toString()).collect(Collectors.toSet());
            assertEquals(folders, read);
            assertTrue(read.containsAll(LABELS.keySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void acceptsItsOwnSampleAndEdge(Ledger ledger) {
        for (FormSample sample : List.of(sample(ledger), edge(ledger))) {
            Map<String, Object> values = FormCheck.normalise(ledger.paper(), sample.values());
            assertEquals(sample.values().keySet(), values.keySet());
            assertEquals(List.of(), FormCheck.check(ledger.paper(), values, sample.issuedOn()));
            assertEquals(FormValues.rows(values.get(Ledger.ROWS)).size(), values.get("count"));
        }
    }

    /** The hard sample has something in every column, and a row in which all that may be empty is. */
    @ParameterizedTest
    @MethodSource("ledgers")
    void itsEdgeFillsEveryColumnAndLeavesARowEmpty(Ledger ledger) {
        List<Map<String, Object>> rows = FormValues.rows(edge(ledger).values().get(Ledger.ROWS));
        for (LedgerColumn column : ledger.columns()) {
            assertEquals(
                    column.kind() != LedgerColumn.Kind.BLANK, rows.get(0).containsKey(column.name()), column.name());
        }
        assertTrue(rows.get(rows.size() - 1).size() < rows.get(0).size()
                || ledger.rows().per().isPresent());
    }

    /** The sums of a sample are those of its rows, so that the picture of a ledger does not lie either. */
    @ParameterizedTest
    @MethodSource("ledgers")
    void addsItsOwnSampleUp(Ledger ledger) {
        Map<String, Object> values = sample(ledger).values();
        List<Map<String, Object>> rows = FormValues.rows(values.get(Ledger.ROWS));
        for (LedgerTotal total : ledger.totals()) {
            if (total.kind() == LedgerTotal.Kind.SUM && total.where().isEmpty()) {
                int sum = rows.stream()
                        .mapToInt(row -> ((Number) row.getOrDefault(total.of().get(0), 0)).intValue())
                        .sum();
                assertEquals(sum, values.get(total.name()), total.name());
            }
        }
        for (LedgerColumn column : ledger.columns()) {
            if (column.kind() == LedgerColumn.Kind.SUM) {
                rows.forEach(row -> assertEquals(
                        column.of().stream()
                                .mapToInt(part -> ((Number) row.get(part)).intValue())
                                .sum(),
                        row.get(column.name()),
                        column.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void printsEveryLabelInOrder(Ledger ledger) {
        List<String> labels = LABELS.getOrDefault(ledger.id().toString(), List.of(ledger.title()));
        String blank = CATALOG.sheet(ledger.paper())
                .blank(SheetFacts.blank(sample(ledger).issuedOn()));
        FormsTest.assertInOrder(text(Jsoup.parse(blank)), labels, ledger.id() + " blank");
        Element head = Jsoup.parse(blank).selectFirst("thead");
        String said = text(head);
        for (LedgerColumn column : ledger.columns()) {
            for (String part : column.label().split("[（）]", -1)) {
                assertTrue(said.contains(squeeze(part)), ledger.id() + ": no head says " + part);
            }
        }
        assertFalse(blank.contains("尚未报送"), "what is written only where it happened is not on the blank sheet");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void bindsItsSampleToTheExpectedText(Ledger ledger) throws IOException {
        FormSample sample = sample(ledger);
        String html = CATALOG.sheet(ledger.paper())
                .forPaper(FormCheck.normalise(ledger.paper(), sample.values()), sample.facts());
        List<String> expected = Files.readAllLines(folder(ledger).resolve("expected.txt"));
        FormsTest.assertInOrder(text(Jsoup.parse(html).body()), expected, ledger.id() + " expected.txt");
        assertFalse(html.contains("data-field") || html.contains("data-row"), "bound attributes stay behind");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void isAWellFormedPaper(Ledger ledger) {
        FormSample sample = sample(ledger);
        Document paper = Jsoup.parse(CATALOG.sheet(ledger.paper()).forPaper(sample.values(), sample.facts()));
        assertEquals("zh-CN", paper.selectXpath("/html").attr("lang"));
        assertEquals(ledger.title() + " " + sample.serial(), paper.title());
        assertEquals(1, paper.select("h1").size());
        assertEquals(1, paper.select("[data-seal]").size(), "one place for the seal");
        for (Element heading : paper.select("th")) {
            assertTrue(heading.attr("scope").matches("row|col"), heading.outerHtml());
        }
        int columns = paper.select("table.list > colgroup > col").size();
        assertTrue(columns >= ledger.columns().size());
        for (Element row : paper.select("table.list > tbody > tr")) {
            int cells = row.children().stream()
                    .mapToInt(cell -> Integer.parseInt("0" + cell.attr("colspan")))
                    .map(span -> Math.max(1, span))
                    .sum();
            assertEquals(columns, cells, row.outerHtml());
        }
    }

    /** Health and disability are for holders of the grant. */
    @ParameterizedTest
    @MethodSource("ledgers")
    void isForHoldersOfTheGrantWhereItTellsOfDisability(Ledger ledger) {
        assertTrue(
                !ledger.sensitive() || ledger.paper().access().equals("sensitive"),
                ledger.id() + " has a sensitive column: \"access\": \"sensitive\"");
    }

    /** Everything that a rule asks a county to report is a ledger or form that the county has. */
    @Test
    void everyCountyHasTheLedgersThatItsRulesAskFor() {
        for (Jurisdiction county : CATALOG.jurisdictions()) {
            Set<String> has = new HashSet<>();
            CATALOG.ledgersOf(county.id()).forEach(ledger -> has.add(ledger.id().toString()));
            for (Rule rule : CATALOG.rulesOf(county.id())) {
                rule.doneBy().stream()
                        .filter(proof -> proof.kind() == Rule.Proof.Kind.LEDGER)
                        .forEach(proof ->
                                assertTrue(has.contains(proof.name()), county.id() + " lacks " + proof.name()));
            }
        }
    }

    @Test
    void theDemoCountyAdoptsLedgersUnderItsOwnTitles() {
        Map<String, String> titles = CATALOG.ledgersOf("shifan").stream()
                .collect(Collectors.toMap(ledger -> ledger.id().toString(), Ledger::title));
        assertEquals("示范县义务教育阶段辍学学生登记汇总表", titles.get("ganxian/dropout-summary"));
        assertEquals("示范县辍学学生台账", titles.get("national/dropouts"));
        Ledger own = CATALOG.ledger(FormId.parse("ganxian/home-tuition-ledger"), "shifan")
                .orElseThrow();
        String blank =
                CATALOG.sheet(own.paper()).blank(SheetFacts.blank(sample(own).issuedOn()));
        assertTrue(text(Jsoup.parse(blank).body()).contains("与残疾证保持一致"), "the source's misprint stays there");
    }

    private static String text(Element element) {
        return squeeze(element.wholeText());
    }

    private static String squeeze(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    private static FormSample sample(Ledger ledger) {
        return FormSample.read(folder(ledger).resolve("sample.json"));
    }

    private static FormSample edge(Ledger ledger) {
        return FormSample.read(folder(ledger).resolve("edge.json"));
    }

    private static Path folder(Ledger ledger) {
        return CATALOG.folder(ledger.id()).orElseThrow();
    }
}
