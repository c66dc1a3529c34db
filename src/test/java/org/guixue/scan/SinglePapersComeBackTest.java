package org.guixue.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.Event;
import org.guixue.delivery.DeliveryDetails;
import org.guixue.delivery.DeliveryOutcome;
import org.guixue.delivery.Undelivered;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.rendering.SheetCode;
import org.guixue.scan.reading.Pile;
import org.junit.jupiter.api.Test;

/** A file for one paper: kept as it came, withdrawn where it was wrong, looked at by a person. */
class SinglePapersComeBackTest extends PilesAtADesk {
    @Test
    void aCopyThatOnlyTheArchiveRemembersIsReadBack() {
        Instrument paper = desk.notices(1).get(0);
        workshop.archive()
                .scan(
                        paper.archivalNumber(),
                        ScannedSheets.pdf(ScannedSheets.blank()),
                        new Event(Act.SCAN, 7, Map.of("pages", "1", "source", "direct")));
        desk.registered.readBack(workshop.archive().history(paper.archivalNumber()));
        desk.registered.readBack(workshop.archive().history(paper.archivalNumber()));
        assertEquals(1, desk.copiesOf(paper).size());
        assertEquals(InstrumentState.RETURNED, desk.now(paper).state());
    }

    @Test
    void aFileForOnePaperIsKeptByteForByteUnlessItIsAnothers() throws Exception {
        List<Instrument> papers = desk.notices(2);
        byte[] scanned = ScannedSheets.pdf(desk.sheet(papers.get(0)));
        ReturnedCopy copy = desk.direct.file(desk.clerk, papers.get(0).id(), "回执.pdf", scanned);
        assertArrayEquals(scanned, desk.readingCopies.file(desk.clerk, copy));
        assertEquals(
                copy.n(),
                desk.direct
                        .file(desk.clerk, papers.get(0).id(), "又一次.pdf", scanned)
                        .n());
        ValuesRefused others = assertThrows(
                ValuesRefused.class,
                () -> desk.direct.file(desk.clerk, papers.get(1).id(), "回执.pdf", scanned));
        assertTrue(others.violations().get(0).message().contains("另一份文书"));
        byte[] original = desk.papers.file(papers.get(1));
        assertThrows(
                ValuesRefused.class,
                () -> desk.direct.file(desk.clerk, papers.get(1).id(), "原件.pdf", original));
        assertThrows(
                NotFound.class,
                () -> desk.direct.file(
                        workshop.county().secondClerk(), papers.get(0).id(), "回执.pdf", scanned));
    }

    @Test
    void aPaperThatCameBackIsStillToBeRecordedAsDelivered() {
        Instrument paper = desk.notices(1).get(0);
        desk.read(ScannedSheets.pdf(desk.sheet(paper)));
        Undelivered open = new Undelivered(desk.bench.deliveries, Clock.fixed(workshop.now(), Workshop.SHANGHAI));
        assertTrue(open.of(desk.clerk).stream().anyMatch(each -> each.id() == paper.id()));
        desk.bench.delivering.deliver(
                desk.clerk,
                paper.id(),
                new DeliveryDetails(
                        Optional.of(workshop.today()),
                        Optional.of(DeliveryOutcome.GUARDIAN),
                        "李四",
                        "父亲",
                        List.of("林晓芳"),
                        "",
                        "",
                        "",
                        List.of()));
        assertFalse(open.of(desk.clerk).stream().anyMatch(each -> each.id() == paper.id()));
        assertEquals(InstrumentState.RETURNED, desk.now(paper).state());
    }

    @Test
    void theElectronicOriginalIsNoCopyThatCameBack() {
        Instrument paper = desk.notices(1).get(0);
        long pile = desk.read(desk.papers.file(paper));
        assertEquals(Optional.of(Setback.ORIGINAL), desk.sheets(pile).get(0).setback());
        assertEquals(List.of(), desk.copiesOf(paper));
    }

    @Test
    void aSignedFileOfOnePaperIsKeptWhole() {
        Instrument paper = desk.notices(1).get(0);
        byte[] signed = Signed.byAnother(ScannedSheets.pdf(desk.sheet(paper), ScannedSheets.written()));
        long pile = desk.read(signed);
        assertEquals(
                PileState.SETTLED, desk.pile(pile).state(), desk.sheets(pile).toString());
        assertArrayEquals(
                signed, desk.readingCopies.file(desk.clerk, desk.copiesOf(paper).get(0)));
        assertEquals(2, desk.copiesOf(paper).get(0).pages());
    }

    @Test
    void thePagesOfAPaperLieInTheirOrderInItsCopy() throws Exception {
        Instrument paper = desk.visits(1).get(0);
        long pile = desk.read(ScannedSheets.pdf(desk.sheet(paper, 2), desk.sheet(paper, 1)));
        assertEquals(PileState.SETTLED, desk.pile(pile).state());
        Path copy = Files.write(
                home.resolve("copy.pdf"),
                desk.readingCopies.file(desk.clerk, desk.copiesOf(paper).get(0)));
        try (Pile filed = Pile.open(copy, "回收件.pdf")) {
            assertEquals(
                    OptionalInt.of(1),
                    filed.page(1, 0).codes().stream()
                            .flatMap(code -> SheetCode.parse(code.text()).stream())
                            .mapToInt(SheetCode::page)
                            .findFirst());
        }
        assertEquals(2, desk.copiesOf(paper).get(0).pages());
    }

    @Test
    void aCopyFiledAtTheWrongPaperIsWithdrawnAndMayBeFiledWhereItBelongs() {
        List<Instrument> papers = desk.notices(2);
        BufferedImage unknown = ScannedSheets.withoutCodes(desk.sheet(papers.get(0)));
        long pile = desk.read(ScannedSheets.pdf(unknown));
        long wrong = papers.get(1).id();
        desk.settling.file(desk.clerk, pile, 1, wrong);
        desk.withdrawing.withdraw(desk.clerk, wrong, 1, "是另一名学生的");
        assertEquals(InstrumentState.ISSUED, desk.now(papers.get(1)).state());
        assertEquals("是另一名学生的", desk.copiesOf(papers.get(1)).get(0).withdrawnReason());
        assertEquals(SheetState.DISCARDED, desk.sheets(pile).get(0).state());
        ArchivedRecord record = workshop.archive().history(papers.get(1).archivalNumber());
        assertEquals(Set.of(1), record.withdrawnScans());
        assertEquals(1, record.scans().size(), "its file stays");
        assertThrows(Conflict.class, () -> desk.withdrawing.withdraw(desk.clerk, wrong, 1, "再撤一次"));
        assertThrows(ValuesRefused.class, () -> desk.withdrawing.withdraw(desk.clerk, wrong, 1, " "));
        desk.read(ScannedSheets.pdf(desk.sheet(papers.get(1))));
        assertEquals(InstrumentState.RETURNED, desk.now(papers.get(1)).state());
        assertEquals(
                List.of(1, 2),
                desk.copiesOf(papers.get(1)).stream().map(ReturnedCopy::n).toList());
    }

    @Test
    void whatItLacksIsAskedAndNeverAssumed() {
        Instrument paper = desk.notices(1).get(0);
        desk.read(ScannedSheets.pdf(desk.sheet(paper)));
        assertEquals(Signatures.UNSEEN, desk.copiesOf(paper).get(0).signatures());
        desk.settling.look(desk.clerk, paper.id(), 1, Signatures.MISSING);
        assertEquals(Signatures.MISSING, desk.copiesOf(paper).get(0).signatures());
    }
}
