package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipFile;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.casefile.Case;
import org.guixue.form.Ledger;
import org.guixue.form.SheetFacts;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no fact fills is typed before the ledger is submitted, and is neither lost nor written over in silence. */
class TypingCellsTest {
    private static final String REMARK = "remark";

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;

    @BeforeEach
    void lay() {
        at = new LedgerTable(workshop);
    }

    private static TypingCells.Wanted wanted(String row, String text, String was) {
        return new TypingCells.Wanted(row, REMARK, text, was);
    }

    private static int type(LedgerTable desk, Office office, TypingCells.Wanted... cells) {
        return desk.typing.type(
                desk.clerk(office), desk.ledger(LedgerTable.REGISTER), office, desk.month(), List.of(cells));
    }

    private String key(int row) {
        return String.valueOf(now(at.school).content().rows().get(row).get(Ledger.KEY));
    }

    private ReadLedger now(Office office) {
        return at.read(LedgerTable.REGISTER, office);
    }

    private List<Object> remarks(Office office) {
        return LedgerTable.column(now(office).content(), REMARK);
    }

    @Test
    void isFrozenInWhatIsSubmittedAndInItsWorkbook() {
        at.away(at.school);
        assertEquals(1, type(at, at.school, wanted(key(0), "  外出务工，\n已联系 ", "")));

        Instrument paper = at.submit(LedgerTable.REGISTER, at.school);

        assertEquals(
                List.of("外出务工， 已联系"),
                LedgerTable.column(SubmittedLedgers.content(paper, at.ledger(LedgerTable.REGISTER)), REMARK));
        assertTrue(now(at.school).differences().isEmpty());
    }

    @Test
    void isCarriedOnIntoACorrectionAndListedWhereItChanged() {
        Case found = at.away(at.school);
        type(at, at.school, wanted(key(0), "已联系", ""));
        at.submit(LedgerTable.REGISTER, at.school);

        type(at, at.school, wanted(key(0), "已返校", "已联系"));
        assertEquals(
                List.of(found.student().name() + "：备注由“已联系”改为“已返校”"),
                now(at.school).differences().stream()
                        .map(each -> each.line(at.ledger(LedgerTable.REGISTER)))
                        .toList());
        at.away(at.school);

        Instrument second = at.submit(LedgerTable.REGISTER, at.school);
        Map<String, Object> values = ValuesJson.read(second.valuesJson());
        assertTrue(String.valueOf(values.get("changes")).contains("备注由“已联系”改为“已返校”"));
        assertTrue(LedgerTable.column(SubmittedLedgers.content(second, at.ledger(LedgerTable.REGISTER)), REMARK)
                .contains("已返校"));
    }

    @Test
    void comesUpWithTheChildAndMayBeReplacedAbove() {
        at.away(at.school);
        type(at, at.school, wanted(key(0), "学校已走访", ""));
        at.submit(LedgerTable.REGISTER, at.school);
        assertEquals(List.of("学校已走访"), remarks(at.township));

        type(at, at.township, wanted(key(0), "镇里已走访", "学校已走访"));
        assertEquals(List.of("镇里已走访"), remarks(at.township));
        assertEquals(List.of("学校已走访"), remarks(at.school));
    }

    @Test
    void whatWasEmptiedIsEmpty() {
        at.away(at.school);
        type(at, at.school, wanted(key(0), "填错", ""));
        at.submit(LedgerTable.REGISTER, at.school);
        type(at, at.school, wanted(key(0), "", "填错"));
        assertEquals(List.of(""), remarks(at.school));
    }

    @Test
    void waitsForARowThatLeft() {
        at.away(at.school);
        type(at, at.school, wanted(key(0), "已联系", ""));
        workshop.county().database().execute("update typed_cell set row_key = 's0' where words = '已联系'");
        at.bench.entities.clear();
        assertEquals(1, now(at.school).left());
        assertEquals(List.of(""), remarks(at.school));
    }

    @Test
    void aHomeThatWasBuiltAgainFromItsArchiveKeepsWhatWasSubmitted() {
        at.away(at.school);
        type(at, at.school, wanted(key(0), "已联系", ""));
        at.submit(LedgerTable.REGISTER, at.school);
        workshop.county().database().execute("delete from typed_cell");
        at.bench.entities.clear();
        assertEquals(List.of("已联系"), remarks(at.school));
        assertTrue(now(at.school).differences().isEmpty());
    }

    @Test
    void whatSomebodyElseTypedIsNotWrittenOver() {
        at.away(at.school);
        at.away(at.school);
        String row = key(0);
        type(at, at.school, wanted(row, "甲填的", ""));

        TypedMeanwhile refused = assertThrows(
                TypedMeanwhile.class, () -> type(at, at.school, wanted(key(1), "另一格", ""), wanted(row, "乙填的", "")));

        assertEquals("cells[1]", refused.violations().get(0).field());
        assertTrue(refused.violations().get(0).message().contains("甲填的"));
        assertEquals(List.of("甲填的", ""), remarks(at.school));
        assertEquals(1, type(at, at.school, wanted(row, "两人商定的", "甲填的")));
    }

    @Test
    void whoTypeTheSameCellAtOnceAreToldAndOneIsKept() throws Exception {
        at.away(at.school);
        String row = key(0);
        List<LedgerTable> desks = List.of(at, at.again(), at.again());
        CyclicBarrier together = new CyclicBarrier(desks.size());
        ExecutorService threads = Executors.newFixedThreadPool(desks.size());
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < desks.size(); i++) {
                LedgerTable desk = desks.get(i);
                String text = "第" + i + "人";
                answers.add(threads.submit(() -> {
                    together.await();
                    try {
                        type(desk, desk.school, wanted(row, text, ""));
                        return text;
                    } catch (TypedMeanwhile e) {
                        return "别人已填";
                    }
                }));
            }
            List<String> said = new ArrayList<>();
            for (Future<String> answer : answers) {
                said.add(answer.get());
            }
            said.removeIf("别人已填"::equals);
            at.bench.entities.clear();
            assertEquals(List.<Object>copyOf(said), remarks(at.school));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysWhatCannotBeTyped() {
        at.away(at.school);
        String row = key(0);
        ValuesRefused refused = assertThrows(
                ValuesRefused.class,
                () -> type(
                        at,
                        at.school,
                        new TypingCells.Wanted(row, "name", "张三", ""),
                        wanted("s0", "没有这一行", ""),
                        wanted(row, "长".repeat(151), "")));
        assertEquals(
                List.of("cells[0]", "cells[1]", "cells[2]"),
                refused.violations().stream().map(each -> each.field()).toList());
        assertTrue(refused.violations().get(2).message().contains("最多填150个字"));
        assertThrows(
                Forbidden.class,
                () -> at.typing.type(
                        at.clerk(at.township), at.ledger(LedgerTable.REGISTER), at.school, at.month(), List.of()));
    }

    @Test
    void inTheWorkbookWhatWasTypedIsTextAndWhatWasCountedANumber() throws IOException {
        Case away = at.away(at.school);
        at.persuade(away, at.school);
        type(at, at.school, wanted(key(0), "007", ""));
        ReadLedger read = now(at.school);

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new LedgerWorkbook(
                        read.ledger(),
                        workshop.county().forms().sheet(read.ledger().paper()),
                        LedgerValues.of(read, "林晓芳", workshop.today()),
                        SheetFacts.draft(at.school.name(), workshop.today()))
                .writeTo(file);

        Element row = rowWith(away.student().name(), file.toByteArray());
        Element typed = row.select("c").last();
        Element counted = typed.previousElementSibling();
        assertEquals("007", typed.text());
        assertEquals("inlineStr", typed.attr("t"));
        assertEquals("1", counted.select("v").text());
        assertTrue(counted.attr("t").isEmpty() || counted.attr("t").equals("n"), counted.outerHtml());
    }

    private static Element rowWith(String text, byte[] workbook) throws IOException {
        Path file = Files.write(Files.createTempFile("台账", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] sheet =
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
            return Jsoup.parse(new String(sheet, StandardCharsets.UTF_8), "", Parser.xmlParser()).select("row").stream()
                    .filter(row -> row.text().contains(text))
                    .findFirst()
                    .orElseThrow();
        } finally {
            Files.delete(file);
        }
    }
}
