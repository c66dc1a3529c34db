package org.guixue.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.guixue.Home;
import org.guixue.access.Caller;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Printings;
import org.guixue.instrument.Reading;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.office.Office;
import org.guixue.rendering.PageImage;
import org.guixue.sheet.BlankPapers;
import org.guixue.store.Outbox;

/** The room of scans on a bench, with papers to scan: real sealed papers as pictures at 150 dpi. */
public final class ScanDesk {
    static final FormId NOTICE = FormId.parse("shangtianti/persuasion-notice");
    private static final int WIDTH = 1240;

    final Workshop workshop;
    public final Workshop.Bench bench;
    public final Caller clerk;
    final Piles piles;
    final ReturnedCopies copies;
    final PileStaging staging;
    final Receiving receiving;
    final Matching matching;
    final BlankPapers blanks;
    final FilingCopies filing;
    final FilingHandwritten handwritten;
    final PaperTrail trail;
    final ReadingPiles reading;
    final Settling settling;
    final Reading papers;
    final ReadingCopies readingCopies;
    final DirectFiling direct;
    final RegisteredCopies registered;
    final Withdrawing withdrawing;

    public ScanDesk(Workshop workshop, Path home) {
        this.workshop = workshop;
        bench = workshop.bench();
        clerk = workshop.county().clerk();
        Clock clock = Clock.fixed(workshop.now(), Workshop.SHANGHAI);
        trail = new PaperTrail(
                new AuditTrail(
                        bench.entities,
                        bench.identifiers,
                        new AuditWriter(bench.entities, bench.transactions, bench.identifiers)),
                clock);
        Outbox outbox = new Outbox(bench.entities, bench.counters);
        piles = new Piles(bench.entities, bench.identifiers);
        copies = new ReturnedCopies(bench.entities, bench.identifiers);
        staging = new PileStaging(new Home(home));
        receiving = new Receiving(bench.transactions, piles, staging, workshop.archive(), clock);
        blanks = new BlankPapers(bench.entities, bench.identifiers);
        MatchingBlanks matchingBlanks = new MatchingBlanks(piles, blanks);
        matching = new Matching(bench.transactions, piles, bench.instruments, matchingBlanks, staging);
        filing = new FilingCopies(
                bench.transactions,
                piles,
                copies,
                bench.instruments,
                staging,
                workshop.archive(),
                new RegisterHeads(bench.entities),
                bench.registers,
                outbox,
                trail,
                clock);
        handwritten = new FilingHandwritten(bench.transactions, piles, blanks, matchingBlanks, filing);
        reading = new ReadingPiles(bench.transactions, piles, staging, matching, filing, handwritten, clock);
        settling = new Settling(bench.transactions, piles, copies, bench.instruments, filing, staging, trail, clock);
        papers = new Reading(
                bench.instruments,
                workshop.archive(),
                workshop.county().forms(),
                trail,
                bench.registers,
                new Printings(bench.entities, bench.transactions, bench.identifiers, clock));
        readingCopies = new ReadingCopies(papers, copies, workshop.archive(), bench.registers, trail);
        direct = new DirectFiling(piles, staging, filing, copies, papers, matchingBlanks);
        withdrawing = new Withdrawing(
                bench.transactions,
                piles,
                copies,
                bench.instruments,
                bench.deliveries,
                workshop.archive(),
                new RegisterHeads(bench.entities),
                bench.registers,
                outbox,
                trail,
                clock);
        registered = new RegisteredCopies(bench.transactions, copies, bench.instruments, outbox);
    }

    public List<Instrument> notices(int count) {
        List<Instrument> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(bench.issuing.issue(clerk, order(workshop.county().first()), Optional.empty()));
        }
        return all;
    }

    List<Instrument> visits(int count) {
        List<Instrument> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(bench.issuing.issue(
                    clerk,
                    new IssueOrder(
                            FormId.parse("haikou/home-visit-record"),
                            Subject.of(bench.child(workshop.county().first())),
                            Map.of("visitedOn", workshop.today().toString(), "conversation", "了解学生在家学习情况。")),
                    Optional.empty()));
        }
        return all;
    }

    /** A notice to the guardian of a new child of that school. */
    public IssueOrder order(Office school) {
        return new IssueOrder(
                NOTICE, Subject.of(bench.child(school)), Map.of("absentFrom", "2026-03-02", "efforts", "班主任电话联系"));
    }

    /** As it comes out of the printer. */
    public BufferedImage sheet(Instrument paper) {
        return sheet(paper, 1);
    }

    BufferedImage sheet(Instrument paper, int page) {
        try {
            byte[] png = PageImage.png(papers.file(paper), page, WIDTH);
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Receiving.Received receive(Caller caller, byte[]... files) {
        try {
            List<Receiving.Incoming> incoming = new ArrayList<>();
            for (byte[] file : files) {
                incoming.add(
                        new Receiving.Incoming("扫描%d".formatted(incoming.size() + 1), new ByteArrayInputStream(file)));
            }
            return receiving.receive(caller, incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it in and reads it; its id. */
    public long read(byte[]... files) {
        long pile = receive(clerk, files).pile().id();
        reading.read(pile);
        return pile;
    }

    List<PileSheet> sheets(long pile) {
        return bench.transactions.run(() -> piles.sheets(pile));
    }

    ScanPile pile(long id) {
        return bench.transactions.run(() -> piles.find(id).orElseThrow());
    }

    List<ReturnedCopy> copiesOf(Instrument paper) {
        return bench.transactions.run(() -> copies.of(paper));
    }

    public Instrument now(Instrument paper) {
        return bench.transactions.run(() -> bench.instruments.find(paper.id()).orElseThrow());
    }
}
