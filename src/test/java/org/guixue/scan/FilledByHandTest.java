package org.guixue.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.instrument.UnissuedPapers;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.office.Task;
import org.guixue.person.Student;
import org.guixue.rendering.PageImage;
import org.guixue.sheet.Draft;
import org.guixue.sheet.HandingOut;
import org.guixue.sheet.PublicBlanks;
import org.guixue.sheet.WrittenByHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Blank forms with the code of a reserved draft: printed, filled by hand, scanned, typed, issued, filed. */
class FilledByHandTest {
    private static final FormId VISIT = FormId.parse("haikou/home-visit-record");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    @TempDir
    Path home;

    private ScanDesk desk;
    private Caller clerk;
    private Student child;

    @BeforeEach
    void sitDown() {
        desk = new ScanDesk(workshop, home);
        clerk = desk.clerk;
        child = desk.bench.child(workshop.county().first());
    }

    private HandingOut.Run handOut(Student... children) {
        return desk.bench.handingOut.of(
                clerk,
                desk.bench.check.form(clerk, VISIT),
                java.util.Arrays.stream(children)
                        .map(each -> new HandingOut.Wanted(Subject.of(each), Map.of()))
                        .toList());
    }

    private byte[] pdf(HandingOut.Run run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.bench.handingOut.write(run, false, out);
        return out.toByteArray();
    }

    private static BufferedImage sheet(byte[] pdf, int page) {
        try {
            return ImageIO.read(new ByteArrayInputStream(PageImage.png(pdf, page, 1240)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instrument type(long draft) {
        desk.bench.drafts.save(
                clerk,
                draft,
                Map.of("visitedOn", workshop.today().toString(), "conversation", "手写的内容录入如下。"),
                OptionalInt.empty());
        Draft typed = desk.bench.drafts.find(clerk, draft);
        Instrument paper = desk.bench.issuing.issue(
                clerk,
                new IssueOrder(
                        VISIT,
                        typed.subject(),
                        Map.of("visitedOn", workshop.today().toString(), "conversation", "手写的内容录入如下。")),
                Optional.empty());
        desk.bench.drafts.bind(clerk, draft, paper);
        return paper;
    }

    private List<Task> tasks() {
        return new ScanTasks(desk.bench.transactions, desk.piles, desk.blanks, new UncheckedCopies(desk.bench.entities))
                .waitingFor(clerk, workshop.today());
    }

    private HandwrittenSheets written() {
        return new HandwrittenSheets(desk.bench.transactions, desk.piles, desk.bench.drafts, desk.staging, desk.trail);
    }

    @Test
    void whatIsKnownStandsOnItAndItSaysThatItIsOfNoEffect() throws IOException {
        byte[] pdf = pdf(handOut(child));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains(child.name()), text);
            assertTrue(text.contains("待填"), text);
            assertTrue(text.contains("不具效力"), text);
        }
    }

    @Test
    void itLiesAtItsDraftUntilThatIsIssuedThenBesideTheSealedPaper() {
        HandingOut.Run run = handOut(child);
        long draft = run.leaves().get(0).draft();
        long pile = desk.read(ScannedSheets.pdf(ScannedSheets.turned(sheet(pdf(run), 1), 2)));
        PileSheet sheet = desk.sheets(pile).get(0);
        assertEquals(SheetState.AT_DRAFT, sheet.state());
        assertEquals(Optional.of(draft), sheet.draft());
        assertEquals(PileState.WAITING, desk.pile(pile).state(), "its upload is kept");
        List<Task> tasks = tasks();
        assertTrue(tasks.stream().anyMatch(task -> task.href().equals("/drafts/" + draft)), tasks.toString());
        List<WrittenByHand.Picture> pictures = written().of(draft);
        assertEquals(1, pictures.size());
        assertTrue(written().picture(clerk, draft, pile, 1).length > 1000);
        assertFalse(desk.handwritten.round(), "nothing is issued yet");

        Instrument paper = type(draft);
        assertTrue(desk.handwritten.round());
        assertEquals(SheetState.FILED, desk.sheets(pile).get(0).state());
        assertEquals(1, desk.copiesOf(paper).size());
        assertEquals(Signatures.UNSEEN, desk.copiesOf(paper).get(0).signatures());
        assertEquals(PileState.SETTLED, desk.pile(pile).state());
        assertTrue(tasks().stream().noneMatch(task -> task.href().equals("/drafts/" + draft)));
        assertTrue(written().of(draft).isEmpty());
        assertFalse(desk.handwritten.round());

        long signed = desk.read(ScannedSheets.pdf(desk.sheet(paper)));
        assertEquals(
                SheetState.FILED, desk.sheets(signed).get(0).state(), "the sealed paper itself may come back, too");
        assertEquals(2, desk.copiesOf(paper).size());
    }

    @Test
    void aSheetThatComesAfterTheIssueGoesStraightToThePaper() {
        HandingOut.Run run = handOut(child);
        Instrument paper = type(run.leaves().get(0).draft());
        BufferedImage sheet = sheet(pdf(run), 1);
        long pile = desk.read(ScannedSheets.pdf(sheet, ScannedSheets.blank()));
        assertEquals(2, desk.copiesOf(paper).get(0).pages(), "the empty back goes with its front");
        assertEquals(PileState.SETTLED, desk.pile(pile).state());
        long again = desk.read(ScannedSheets.pdf(sheet));
        assertEquals(Optional.of(Setback.ALREADY), desk.sheets(again).get(0).setback());
    }

    @Test
    void theSameSheetTwiceInAPileLiesThereOnce() {
        BufferedImage sheet = sheet(pdf(handOut(child)), 1);
        long pile = desk.read(ScannedSheets.pdf(sheet, ScannedSheets.turned(sheet, 2)));
        assertEquals(SheetState.AT_DRAFT, desk.sheets(pile).get(0).state());
        assertEquals(Optional.of(Setback.TWICE), desk.sheets(pile).get(1).setback());
    }

    @Test
    void ofADraftThatWasThrownAwayItGoesToTheTrayWithTheReason() {
        HandingOut.Run run = handOut(child);
        long draft = run.leaves().get(0).draft();
        BufferedImage sheet = sheet(pdf(run), 1);
        long before = desk.read(ScannedSheets.pdf(sheet));
        desk.bench.drafts.discard(clerk, draft);
        assertTrue(desk.handwritten.round());
        assertEquals(
                Optional.of(Setback.DISCARDED_DRAFT), desk.sheets(before).get(0).setback());
        long after = desk.read(ScannedSheets.pdf(ScannedSheets.turned(sheet, 2)));
        assertEquals(
                Optional.of(Setback.DISCARDED_DRAFT), desk.sheets(after).get(0).setback());
        desk.settling.discard(clerk, before, 1, "草稿已经删除");
        assertEquals(PileState.SETTLED, desk.pile(before).state());
    }

    @Test
    void anotherSchoolsPileDoesNotKnowIt() {
        BufferedImage sheet = sheet(pdf(handOut(child)), 1);
        Caller other = workshop.county().secondClerk();
        long pile = desk.receive(other, ScannedSheets.pdf(sheet)).pile().id();
        desk.reading.read(pile);
        assertEquals(
                Optional.of(Setback.UNKNOWN_PAPER), desk.sheets(pile).get(0).setback());
        long own = desk.read(ScannedSheets.pdf(sheet));
        long draft = desk.sheets(own).get(0).draft().orElseThrow();
        assertThrows(NotFound.class, () -> written().picture(other, draft, own, 1));
    }

    @Test
    void printedAgainItKeepsItsCodeAndEachDraftHasItsOwn() {
        Student second = desk.bench.child(workshop.county().first());
        HandingOut.Run first = handOut(child, second);
        HandingOut.Run again = handOut(child, second);
        assertEquals(first.leaves(), again.leaves());
        assertNotEquals(first.leaves().get(0).token(), first.leaves().get(1).token());
        assertEquals(2, desk.bench.transactions.run(() -> desk.blanks
                .of(first.leaves().get(0).draft())
                .orElseThrow()
                .times()));
        assertTrue(desk.bench.drafts.pending(clerk, 1000).stream()
                .anyMatch(draft -> draft.id() == first.leaves().get(0).draft()));
        type(first.leaves().get(0).draft());
        Conflict refused = assertThrows(
                Conflict.class,
                () -> desk.bench.handingOut.of(clerk, first.leaves().get(0).draft()));
        assertTrue(refused.getMessage().contains("已经签发"), refused.getMessage());
    }

    @Test
    void itsCodeIsNoInstrumentsAndTellsNobodysName() {
        HandingOut.Leaf leaf = handOut(child).leaves().get(0);
        assertEquals(
                Optional.empty(), desk.bench.transactions.run(() -> desk.bench.instruments.withToken(leaf.token())));
        UnissuedPapers.Unissued told = new PublicBlanks(desk.bench.transactions, desk.blanks)
                .withToken(leaf.token())
                .orElseThrow();
        assertEquals(workshop.county().first().name(), told.office());
        assertFalse(told.toString().contains(child.name()));
    }

    @Test
    void aPictureBroughtToThePaperItselfIsTakenThere() throws IOException {
        HandingOut.Run run = handOut(child);
        byte[] scan = ScannedSheets.pdf(sheet(pdf(run), 1));
        Instrument paper = type(run.leaves().get(0).draft());
        ReturnedCopy copy = desk.direct.file(clerk, paper.id(), "手填.pdf", scan);
        assertArrayEquals(scan, desk.readingCopies.file(clerk, copy));
        assertEquals(InstrumentState.RETURNED, desk.now(paper).state());
    }
}
