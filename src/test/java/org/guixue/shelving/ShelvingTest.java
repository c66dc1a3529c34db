package org.guixue.shelving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.PaperTrail;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.scan.ScanDesk;
import org.guixue.scan.ScannedSheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real sealed papers go into boxes, move, are taken out, and stand on the lists of their year. */
class ShelvingTest {
    private static final int YEAR = 2026;
    private static final String SHELF = "档案室3架2层";

    @RegisterExtension
    final Workshop workshop = new Workshop();

    @TempDir
    Path home;

    private final String box = UUID.randomUUID().toString().substring(0, 8);
    private ScanDesk desk;
    private PaperPlaces places;
    private ShelfLists lists;
    private Shelving shelving;

    @BeforeEach
    void sitDown() {
        desk = new ScanDesk(workshop, home);
        Workshop.Bench bench = desk.bench;
        Clock clock = Clock.fixed(workshop.now(), Workshop.SHANGHAI);
        places = new PaperPlaces(bench.entities);
        lists = new ShelfLists(bench.entities);
        AuditTrail trail = new AuditTrail(
                bench.entities,
                bench.identifiers,
                new AuditWriter(bench.entities, bench.transactions, bench.identifiers));
        shelving = new Shelving(bench.transactions, places, bench.offices, new PaperTrail(trail, clock), clock);
    }

    private static List<Long> ids(List<Instrument> papers) {
        return papers.stream().map(Instrument::id).toList();
    }

    private List<Long> listed(Caller caller, OnShelf which, int year, String form) {
        return desk.bench.transactions.run(() -> {
            List<Long> found = lists.papers(caller.scope(), which, year, form, 0, 100_000).stream()
                    .map(ShelfLists.Paper::id)
                    .toList();
            assertEquals(lists.count(caller.scope(), which, year, form), found.size(), "the count is that of the list");
            return found;
        });
    }

    private boolean shows(Caller caller, OnShelf which, Instrument paper) {
        return listed(caller, which, YEAR, "").contains(paper.id());
    }

    private Optional<PaperPlace> placeOf(Instrument paper) {
        return desk.bench.transactions.run(() -> places.of(paper.id()));
    }

    private List<String> trailOf(Instrument paper) {
        return desk.bench.transactions.run(() -> desk.bench
                .entities
                .createQuery(
                        "select e from AuditEvent e where e.act = 'SHELVE' and e.subjectKind = 'instrument' and e.subjectId = :id",
                        AuditEvent.class)
                .setParameter("id", Long.toString(paper.id()))
                .getResultStream()
                .map(AuditEvent::detail)
                .toList());
    }

    @Test
    void papersLieInTheirBoxInTheOrderOfTheirArchivalNumbers() {
        List<Instrument> papers = desk.notices(3);
        shelving.put(
                desk.clerk,
                List.of(papers.get(2).id(), papers.get(0).id(), papers.get(1).id()),
                " " + box,
                SHELF);
        ShelfLists.Contents contents = desk.bench.transactions.run(
                () -> lists.box(desk.clerk.scope(), desk.clerk.office(), box).orElseThrow());
        assertEquals(
                papers.stream().map(Instrument::archivalNumber).toList(),
                contents.papers().stream().map(ShelfLists.Paper::number).toList());
        assertEquals(SHELF, contents.shelf());
        assertEquals(0, contents.unseen());
        assertEquals(List.of(3L), desk.bench.transactions.run(() -> lists.boxes(desk.clerk.scope(), YEAR, "").stream()
                .filter(each -> each.box().equals(box))
                .map(ShelfLists.Box::papers)
                .toList()));
        assertEquals(1, trailOf(papers.get(0)).size());
    }

    @Test
    void whereAPaperLayBeforeStaysOnRecord() {
        Instrument paper = desk.notices(1).get(0);
        shelving.put(desk.clerk, List.of(paper.id()), box, SHELF);
        shelving.put(desk.clerk, List.of(paper.id()), box, SHELF);
        shelving.put(desk.clerk, List.of(paper.id()), box + "-2", "档案室4架");
        List<String> trail = trailOf(paper);
        assertEquals(2, trail.size(), "to where it lies already is no event: " + trail);
        assertTrue(
                trail.stream()
                        .anyMatch(detail -> detail.contains("\"fromBox\":\"" + box + "\"")
                                && detail.contains("\"box\":\"" + box + "-2\"")),
                trail.toString());
        assertEquals(box + "-2", placeOf(paper).orElseThrow().box());
        assertTrue(desk.bench
                .transactions
                .run(() -> lists.box(desk.clerk.scope(), desk.clerk.office(), box))
                .isEmpty());
    }

    @Test
    void whatIsTakenOutLiesInNoBoxAndTheReasonIsAsked() {
        Instrument paper = desk.notices(1).get(0);
        assertThrows(Conflict.class, () -> shelving.takeOut(desk.clerk, paper.id(), "调阅"));
        shelving.put(desk.clerk, List.of(paper.id()), box, SHELF);
        assertThrows(ValuesRefused.class, () -> shelving.takeOut(desk.clerk, paper.id(), "　"));
        assertTrue(placeOf(paper).isPresent());
        shelving.takeOut(desk.clerk, paper.id(), "教育局调阅");
        assertTrue(placeOf(paper).isEmpty());
        assertTrue(
                trailOf(paper).stream().anyMatch(detail -> detail.contains("\"fromBox\":\"" + box + "\"")),
                trailOf(paper).toString());
    }

    @Test
    void aPaperOutOfScopeIsNotThereAndTakesTheOthersWithIt() {
        Instrument own = desk.notices(1).get(0);
        Instrument others = desk.bench.issuing.issue(
                workshop.county().secondClerk(), desk.order(workshop.county().second()), Optional.empty());
        assertThrows(NotFound.class, () -> shelving.put(desk.clerk, List.of(own.id(), others.id()), box, SHELF));
        assertTrue(placeOf(own).isEmpty());
        shelving.put(workshop.county().secondClerk(), List.of(others.id()), box, SHELF);
        assertThrows(NotFound.class, () -> shelving.takeOut(desk.clerk, others.id(), "调阅"));
        assertTrue(
                desk.bench
                        .transactions
                        .run(() -> lists.box(
                                desk.clerk.scope(), workshop.county().second().id(), box))
                        .isEmpty(),
                "another school's box");
    }

    @Test
    void theSameNumberInTwoOfficesIsTwoBoxes() {
        Instrument own = desk.notices(1).get(0);
        Instrument others = desk.bench.issuing.issue(
                workshop.county().secondClerk(), desk.order(workshop.county().second()), Optional.empty());
        shelving.put(desk.clerk, List.of(own.id()), box, SHELF);
        shelving.put(workshop.county().secondClerk(), List.of(others.id()), box, "办公室柜1");
        Caller bureau = workshop.county().bureauClerk();
        assertEquals(2, desk.bench.transactions.run(() -> lists.boxes(bureau.scope(), YEAR, "").stream()
                .filter(each -> each.box().equals(box) && each.papers() == 1)
                .count()));
    }

    @Test
    void anInspectorPutsAndTakesOutNothing() {
        Instrument paper = desk.notices(1).get(0);
        Caller clerk = desk.clerk;
        Caller inspector =
                new Caller(clerk.account(), "", clerk.displayName(), Role.INSPECTOR, clerk.scope(), false, false, "");
        assertThrows(Forbidden.class, () -> shelving.put(inspector, List.of(paper.id()), box, SHELF));
        assertThrows(Forbidden.class, () -> shelving.takeOut(inspector, paper.id(), "调阅"));
    }

    @Test
    void tooManyNoneAndWhatCannotBeWrittenOnABoxAreRefused() {
        Instrument paper = desk.notices(1).get(0);
        ValuesRefused many = assertThrows(
                ValuesRefused.class,
                () -> shelving.put(
                        desk.clerk, LongStream.rangeClosed(1, 501).boxed().toList(), box, SHELF));
        assertTrue(
                many.violations().get(0).message().contains("501"),
                many.violations().toString());
        assertThrows(ValuesRefused.class, () -> shelving.put(desk.clerk, List.of(), box, SHELF));
        for (String wrong : List.of("", "../1", "1/2", "一".repeat(41))) {
            assertThrows(ValuesRefused.class, () -> shelving.put(desk.clerk, List.of(paper.id()), wrong, SHELF), wrong);
        }
        assertThrows(ValuesRefused.class, () -> shelving.put(desk.clerk, List.of(paper.id()), box, "架".repeat(61)));
        assertTrue(placeOf(paper).isEmpty());
    }

    @Test
    void aBoxLiesOnOneShelfAndMovesAsAWhole() {
        List<Instrument> papers = desk.notices(2);
        shelving.put(desk.clerk, List.of(papers.get(0).id()), box, SHELF);
        assertThrows(
                ValuesRefused.class,
                () -> shelving.put(desk.clerk, List.of(papers.get(1).id()), box, "档案室4架"));
        shelving.put(desk.clerk, List.of(papers.get(1).id()), box, SHELF);
        shelving.put(desk.clerk, ids(papers), box, "档案室4架");
        assertEquals("档案室4架", placeOf(papers.get(0)).orElseThrow().shelf());
        assertEquals("档案室4架", placeOf(papers.get(1)).orElseThrow().shelf());
    }

    @Test
    void aPaperIsOutUntilItComesBackAndWaitsUntilItIsInABox() {
        Instrument paper = desk.notices(1).get(0);
        assertTrue(shows(desk.clerk, OnShelf.OUT, paper));
        assertFalse(shows(desk.clerk, OnShelf.WAITING, paper));
        desk.read(ScannedSheets.pdf(desk.sheet(paper)));
        assertFalse(shows(desk.clerk, OnShelf.OUT, paper));
        assertTrue(shows(desk.clerk, OnShelf.WAITING, paper));
        shelving.put(desk.clerk, List.of(paper.id()), box, SHELF);
        assertFalse(shows(desk.clerk, OnShelf.WAITING, paper));
        shelving.takeOut(desk.clerk, paper.id(), "放错盒");
        assertTrue(shows(desk.clerk, OnShelf.WAITING, paper));
    }

    @Test
    void whatLiesInABoxWithoutHavingComeBackIsNotOut() {
        Instrument paper = desk.notices(1).get(0);
        shelving.put(desk.clerk, List.of(paper.id()), box, SHELF);
        assertFalse(shows(desk.clerk, OnShelf.OUT, paper));
    }

    @Test
    void aVoidPaperIsNotOut() {
        Instrument paper = desk.notices(1).get(0);
        desk.bench.voiding.voidWith(desk.clerk, paper.id(), "填错对象");
        assertEquals(InstrumentState.VOID, desk.now(paper).state());
        assertFalse(shows(desk.clerk, OnShelf.OUT, paper));
        assertFalse(shows(desk.clerk, OnShelf.WAITING, paper));
    }

    @Test
    void listsAreOfOneYearOneFormAndTheCallersPartOfTheTree() {
        Instrument paper = desk.notices(1).get(0);
        assertTrue(
                listed(desk.clerk, OnShelf.OUT, YEAR, paper.form().toString()).contains(paper.id()));
        assertFalse(listed(desk.clerk, OnShelf.OUT, YEAR, "haikou/home-visit-record")
                .contains(paper.id()));
        assertFalse(listed(desk.clerk, OnShelf.OUT, YEAR - 1, "").contains(paper.id()));
        assertTrue(shows(workshop.county().bureauClerk(), OnShelf.OUT, paper));
        assertFalse(shows(workshop.county().secondClerk(), OnShelf.OUT, paper));
        shelving.put(desk.clerk, List.of(paper.id()), box, SHELF);
        assertEquals(
                List.of(1L, 0L),
                List.of(paper.form().toString(), "haikou/home-visit-record").stream()
                        .map(form ->
                                desk.bench.transactions.run(() -> lists.boxes(desk.clerk.scope(), YEAR, form).stream()
                                        .filter(each -> each.box().equals(box))
                                        .count()))
                        .toList());
    }

    @Test
    void anOfficeWhoseBoxHoldsPapersIsNotDeleted() {
        Instrument paper = desk.notices(1).get(0);
        shelving.put(desk.clerk, List.of(paper.id()), box, SHELF);
        assertTrue(desk.bench
                .transactions
                .run(() -> places.reasonToKeep(desk.clerk.office(), true))
                .orElseThrow()
                .contains("原件"));
    }
}
