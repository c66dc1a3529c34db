package org.guixue.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.Sha256;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.Act;
import org.guixue.archive.Event;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.scan.reading.SheetPdf;
import org.junit.jupiter.api.Test;

/** Real sealed papers printed, scanned as a pile and filed; what cannot be matched beyond doubt waits. */
class PilesComeBackTest extends PilesAtADesk {
    @Test
    void sheetsGoToTheirPapersHoweverTheyLie() {
        List<Instrument> papers = desk.notices(3);
        long pile = desk.read(ScannedSheets.pdf(
                ScannedSheets.turned(desk.sheet(papers.get(2)), 2),
                desk.sheet(papers.get(0)),
                ScannedSheets.turned(desk.sheet(papers.get(1)), 1)));
        assertEquals(
                List.of(papers.get(2).id(), papers.get(0).id(), papers.get(1).id()),
                desk.sheets(pile).stream()
                        .map(sheet -> sheet.instrument().orElseThrow())
                        .toList());
        for (Instrument paper : papers) {
            ReturnedCopy copy = desk.copiesOf(paper).get(0);
            assertEquals(1, copy.pages());
            assertEquals(Signatures.UNSEEN, copy.signatures());
            assertEquals(InstrumentState.RETURNED, desk.now(paper).state());
            byte[] file = desk.readingCopies.file(desk.clerk, copy);
            assertEquals(copy.sha256(), Sha256.of(file));
            assertEquals(
                    paper.sha256(),
                    Optional.of(Sha256.of(workshop.archive().read(paper.archivalNumber()))),
                    "the sealed original is as it was");
        }
        assertEquals(PileState.SETTLED, desk.pile(pile).state());
        assertFalse(Files.exists(home.resolve("scans").resolve(Long.toString(pile))), "a settled pile leaves nothing");
    }

    @Test
    void picturesFromATelephoneMakeAPile() {
        List<Instrument> papers = desk.notices(2);
        long pile = desk.read(
                ScannedSheets.jpeg(desk.sheet(papers.get(1))),
                ScannedSheets.jpeg(ScannedSheets.turned(desk.sheet(papers.get(0)), 3)));
        assertEquals(PileState.SETTLED, desk.pile(pile).state());
        papers.forEach(paper -> assertEquals(1, desk.copiesOf(paper).size()));
    }

    @Test
    void aSheetWithoutACodeWaitsAndIsSettledByHand() {
        List<Instrument> papers = desk.notices(3);
        long pile = desk.read(ScannedSheets.pdf(
                desk.sheet(papers.get(0)),
                ScannedSheets.withoutCodes(desk.sheet(papers.get(1))),
                desk.sheet(papers.get(2))));
        PileSheet waiting = desk.sheets(pile).get(1);
        assertEquals(Optional.of(Setback.NO_CODE), waiting.setback());
        assertEquals(PileState.WAITING, desk.pile(pile).state());
        assertTrue(
                Files.exists(home.resolve("scans").resolve(Long.toString(pile)).resolve("upload-1")));
        desk.settling.file(desk.clerk, pile, 2, papers.get(1).id());
        assertEquals(PileState.SETTLED, desk.pile(pile).state());
        assertEquals(InstrumentState.RETURNED, desk.now(papers.get(1)).state());
        Conflict again = assertThrows(
                Conflict.class,
                () -> desk.settling.file(desk.clerk, pile, 2, papers.get(1).id()));
        assertTrue(again.getMessage().contains("已由"), again.getMessage());
    }

    @Test
    void theBackOfASheetIsFiledWithIt() {
        List<Instrument> papers = desk.notices(2);
        long pile = desk.read(ScannedSheets.pdf(
                desk.sheet(papers.get(0)), ScannedSheets.blank(), desk.sheet(papers.get(1)), ScannedSheets.written()));
        assertEquals(PileState.SETTLED, desk.pile(pile).state());
        papers.forEach(paper -> assertEquals(2, desk.copiesOf(paper).get(0).pages()));
    }

    @Test
    void aSheetThatLooksLikeAnotherFrontIsNoBack() {
        List<Instrument> papers = desk.notices(2);
        long pile = desk.read(
                ScannedSheets.pdf(desk.sheet(papers.get(0)), ScannedSheets.withoutCodes(desk.sheet(papers.get(1)))));
        assertEquals(SheetState.WAITING, desk.sheets(pile).get(1).state());
        assertEquals(1, desk.copiesOf(papers.get(0)).get(0).pages());
    }

    @Test
    void aVoidPaperAndAnothersPaperAreSetAside() {
        List<Instrument> papers = desk.notices(1);
        desk.bench.voiding.voidWith(desk.clerk, papers.get(0).id(), "填错对象");
        Instrument others = desk.bench.issuing.issue(
                workshop.county().secondClerk(), desk.order(workshop.county().second()), Optional.empty());
        long pile = desk.read(ScannedSheets.pdf(desk.sheet(papers.get(0)), desk.sheet(others)));
        assertEquals(
                List.of(Setback.VOID_PAPER, Setback.UNKNOWN_PAPER),
                desk.sheets(pile).stream()
                        .map(sheet -> sheet.setback().orElseThrow())
                        .toList());
        assertEquals(Optional.empty(), desk.sheets(pile).get(1).instrument(), "not even whose it is");
        assertThrows(ValuesRefused.class, () -> desk.settling.file(desk.clerk, pile, 2, others.id()));
        assertEquals(InstrumentState.VOID, desk.now(papers.get(0)).state());
    }

    @Test
    void theSameSheetTwiceIsFiledOnce() {
        Instrument paper = desk.notices(1).get(0);
        long pile = desk.read(ScannedSheets.pdf(desk.sheet(paper), ScannedSheets.turned(desk.sheet(paper), 2)));
        assertEquals(Optional.of(Setback.TWICE), desk.sheets(pile).get(1).setback());
        long later = desk.read(ScannedSheets.pdf(desk.sheet(paper)));
        assertEquals(Optional.of(Setback.ALREADY), desk.sheets(later).get(0).setback());
        assertEquals(1, desk.copiesOf(paper).size());
        desk.settling.discard(desk.clerk, later, 1, "重复扫描");
        assertEquals(PileState.SETTLED, desk.pile(later).state());
        desk.settling.file(desk.clerk, pile, 2, paper.id());
        assertEquals(
                List.of(1, 2),
                desk.copiesOf(paper).stream().map(ReturnedCopy::n).toList());
    }

    @Test
    void theSamePileIsTakenOnce() {
        Instrument paper = desk.notices(1).get(0);
        byte[] file = ScannedSheets.pdf(desk.sheet(paper));
        long first = desk.read(file);
        Receiving.Received again = desk.receive(desk.clerk, file);
        assertTrue(again.before());
        assertEquals(first, again.pile().id());
        assertNotEquals(
                first,
                desk.receive(workshop.county().secondClerk(), file).pile().id());
    }

    @Test
    void aKillBetweenTheArchiveAndTheRowFilesNothingTwice() {
        Instrument paper = desk.notices(1).get(0);
        long pile = desk.receive(desk.clerk, ScannedSheets.pdf(desk.sheet(paper)))
                .pile()
                .id();
        workshop.archive()
                .scan(
                        paper.archivalNumber(),
                        SheetPdf.of(List.of(ScannedSheets.jpeg(desk.sheet(paper)))),
                        new Event(Act.SCAN, desk.clerk.account(), Map.of("pages", "1", "source", pile + ".1")));
        desk.registered.readBack(workshop.archive().history(paper.archivalNumber()));
        desk.reading.read(pile);
        assertEquals(
                1, workshop.archive().history(paper.archivalNumber()).scans().size());
        assertEquals(1, desk.copiesOf(paper).size());
        assertEquals(PileState.SETTLED, desk.pile(pile).state());
    }

    @Test
    void whatWasReadBeforeAKillIsNotReadAgain() {
        List<Instrument> papers = desk.notices(2);
        long pile = desk.receive(desk.clerk, ScannedSheets.pdf(desk.sheet(papers.get(0)), desk.sheet(papers.get(1))))
                .pile()
                .id();
        desk.bench.transactions.perform(() -> desk.piles.add(List.of(PileSheet.unreadable(pile, 1, 1, "读到这里断了电"))));
        new ScanDesk(workshop, home).reading.read(pile);
        assertEquals("读到这里断了电", desk.sheets(pile).get(0).note());
        assertEquals(SheetState.FILED, desk.sheets(pile).get(1).state());
    }

    @Test
    void anInspectorFilesNothing() {
        Caller clerk = desk.clerk;
        Caller inspector =
                new Caller(clerk.account(), "", clerk.displayName(), Role.INSPECTOR, clerk.scope(), false, false, "");
        assertThrows(Forbidden.class, () -> desk.receive(inspector, ScannedSheets.pdf(ScannedSheets.blank())));
        assertThrows(Forbidden.class, () -> desk.settling.discard(inspector, 1, 1, "空白"));
    }

    @Test
    void aFileThatIsNoneIsRefusedByItsNameAndLeavesNothing() throws Exception {
        ValuesRefused refused = assertThrows(
                ValuesRefused.class,
                () -> desk.receive(desk.clerk, "不是扫描件".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertTrue(
                refused.violations().get(0).message().contains("扫描1"),
                refused.violations().toString());
        try (var left = Files.list(home.resolve("scans"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void ofThreeWhoSettleOneSheetAtOnceOneFilesIt() throws Exception {
        List<Instrument> papers = desk.notices(3);
        BufferedImage unknown = ScannedSheets.withoutCodes(desk.sheet(papers.get(0)));
        long pile = desk.read(ScannedSheets.pdf(unknown));
        ExecutorService hands = Executors.newFixedThreadPool(3);
        try {
            List<Future<ReturnedCopy>> all = new ArrayList<>();
            for (Instrument paper : papers) {
                ScanDesk own = new ScanDesk(workshop, home);
                all.add(hands.submit(() -> own.settling.file(own.clerk, pile, 1, paper.id())));
            }
            int refused = 0;
            for (Future<ReturnedCopy> each : all) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    assertInstanceOf(Conflict.class, e.getCause());
                    refused++;
                }
            }
            assertEquals(2, refused);
        } finally {
            hands.shutdownNow();
        }
        assertEquals(
                1,
                papers.stream().mapToInt(paper -> desk.copiesOf(paper).size()).sum());
    }

    @Test
    void theTrayTakesNeitherTheOriginalNorAVoidPaper() {
        List<Instrument> papers = desk.notices(2);
        long original = desk.read(desk.papers.file(papers.get(0)));
        assertThrows(
                Conflict.class,
                () -> desk.settling.file(desk.clerk, original, 1, papers.get(0).id()));
        desk.bench.voiding.voidWith(desk.clerk, papers.get(1).id(), "填错对象");
        long gone = desk.read(ScannedSheets.pdf(desk.sheet(papers.get(1))));
        assertThrows(
                Conflict.class,
                () -> desk.settling.file(desk.clerk, gone, 1, papers.get(1).id()));
        assertEquals(List.of(), desk.copiesOf(papers.get(1)));
    }
}
