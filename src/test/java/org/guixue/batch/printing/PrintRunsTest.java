package org.guixue.batch.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.PaperTrail;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Printings;
import org.guixue.instrument.Reading;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.person.Student;
import org.guixue.rendering.Renderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real sealed papers put together for the printer, read back page by page. */
class PrintRunsTest {
    private static final FormId NOTICE = FormId.parse("shangtianti/persuasion-notice");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Caller clerk;
    private Workshop.Bench bench;
    private Printings printings;
    private PrintRuns runs;

    @BeforeEach
    void sitDown() {
        clerk = workshop.county().clerk();
        bench = workshop.bench();
        Clock clock = Clock.fixed(workshop.now(), Workshop.SHANGHAI);
        printings = new Printings(bench.entities, bench.transactions, bench.identifiers, clock);
        PaperTrail trail = new PaperTrail(
                new AuditTrail(
                        bench.entities,
                        bench.identifiers,
                        new AuditWriter(bench.entities, bench.transactions, bench.identifiers)),
                clock);
        Reading reading = new Reading(
                bench.instruments, workshop.archive(), workshop.county().forms(), trail, bench.registers, printings);
        runs = new PrintRuns(
                bench.transactions,
                printings,
                reading,
                bench.offices,
                trail,
                new Renderer(workshop.county().fonts()),
                workshop.county().fonts(),
                clock);
    }

    private List<Instrument> notices(int count) {
        List<Instrument> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Student child = bench.child(workshop.county().first());
            all.add(bench.issuing.issue(
                    clerk,
                    new IssueOrder(NOTICE, Subject.of(child), Map.of("absentFrom", "2026-03-02", "efforts", "班主任电话联系")),
                    Optional.empty()));
        }
        return all;
    }

    private static PrintWish wish(List<Instrument> papers, boolean duplex, boolean cover, String... copies) {
        return new PrintWish(
                new LinkedHashSet<>(papers.stream().map(Instrument::id).toList()),
                PrintOrder.SERIAL,
                duplex,
                List.of(copies),
                cover);
    }

    private List<String> printed(PrintWish wish) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        runs.write(runs.begin(clerk, wish), out);
        if (Boolean.getBoolean("guixue.test.keep")) {
            Files.write(Path.of("target", "print-run.pdf"), out.toByteArray());
        }
        List<String> pages = new ArrayList<>();
        try (PDDocument file = Loader.loadPDF(out.toByteArray())) {
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(file).replaceAll("[\\s　]", ""));
            }
        }
        return pages;
    }

    @Test
    void everyPaperStartsOnAFrontSideBehindTheListOfTheDeliverers() throws IOException {
        List<Instrument> papers = notices(3);
        List<String> pages = printed(wish(papers, true, true));
        assertTrue(pages.get(0).startsWith("文书送达清单"), pages.get(0));
        papers.forEach(paper -> assertTrue(pages.get(0).contains(paper.serial()), pages.get(0)));
        int page = 2;
        for (Instrument paper : papers) {
            assertTrue(pages.get(page).contains(paper.serial()), "page " + (page + 1));
            page += paper.pages() + paper.pages() % 2;
        }
        assertEquals(page, pages.size());
        assertTrue(pages.get(1).isEmpty(), "the back of the list stays empty");
    }

    @Test
    void onOneSideThereIsNothingBetween() throws IOException {
        List<Instrument> papers = notices(2);
        List<String> pages = printed(wish(papers, false, false));
        assertEquals(papers.stream().mapToInt(Instrument::pages).sum(), pages.size());
    }

    @Test
    void eachCopyBearsItsNameAndOnePrintedAgainSaysSo() throws IOException {
        List<Instrument> papers = notices(1);
        List<String> first = printed(wish(papers, false, false, "学校存档", "家长"));
        assertTrue(first.get(0).contains("一式2份之1学校存档"), first.get(0));
        assertTrue(first.get(papers.get(0).pages()).contains("一式2份之2家长"), first.toString());
        assertFalse(first.get(0).contains("补打"));
        List<String> again = printed(wish(papers, false, false));
        assertTrue(again.get(0).contains("补打（第2次）"), again.get(0));
        long id = papers.get(0).id();
        assertEquals(2, printings.counts(List.of(id)).get(id));
    }

    @Test
    void aVoidOneAndOneOutOfScopeAreRefusedBeforeAnythingIsOnRecord() {
        List<Instrument> papers = notices(2);
        bench.voiding.voidWith(clerk, papers.get(1).id(), "写错日期");
        Conflict refused = assertThrows(Conflict.class, () -> runs.begin(clerk, wish(papers, true, true)));
        assertTrue(refused.getMessage().contains(papers.get(1).serial()), refused.getMessage());
        assertThrows(
                NotFound.class,
                () -> runs.begin(workshop.county().secondClerk(), wish(papers.subList(0, 1), true, true)));
        assertTrue(
                printings.counts(papers.stream().map(Instrument::id).toList()).isEmpty());
        assertThrows(ValuesRefused.class, () -> wish(List.of(), true, true));
    }

    @Test
    void oneThatIsNotSealedYetIsNamed() {
        long waiting = bench.issuing.number(
                clerk,
                new IssueOrder(
                        NOTICE,
                        Subject.of(bench.child(workshop.county().first())),
                        Map.of("absentFrom", "2026-03-02", "efforts", "班主任电话联系")),
                Optional.empty());
        PrintWish wish = new PrintWish(new LinkedHashSet<>(List.of(waiting)), PrintOrder.SERIAL, true, List.of(), true);
        Conflict refused = assertThrows(Conflict.class, () -> runs.begin(clerk, wish));
        assertTrue(refused.getMessage().contains("还在盖章归档"), refused.getMessage());
    }

    @Test
    void aDamagedFileKeepsBackItsOwnPaperAndIsNamedOnTheList() throws IOException {
        List<Instrument> papers = notices(2);
        Path file = workshop.filesIn("").stream()
                .filter(each -> each.endsWith(papers.get(0).archivalNumber() + ".pdf"))
                .findFirst()
                .orElseThrow();
        file.toFile().setWritable(true);
        Files.write(file, new byte[] {1, 2, 3});
        List<String> pages = printed(wish(papers, false, false));
        assertTrue(pages.get(0).contains("以下各份没有打印"), pages.get(0));
        assertTrue(pages.get(0).contains(papers.get(0).serial() + "《"), pages.get(0));
        assertTrue(pages.get(1).contains(papers.get(1).serial()));
    }
}
