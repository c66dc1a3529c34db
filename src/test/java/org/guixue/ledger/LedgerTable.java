package org.guixue.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.calendar.Reporting;
import org.guixue.casefile.Case;
import org.guixue.casefile.PersuasionDetails;
import org.guixue.form.FormId;
import org.guixue.form.Ledger;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.guixue.sheet.Ordered;

/** A township of its own with two schools that have keys, and the acting classes of the ledgers, for one test. */
final class LedgerTable {
    static final FormId REGISTER = FormId.parse("shifan/own-register");
    static final FormId FIGURES = FormId.parse("shifan/own-figures");
    private static final AtomicInteger PLACES = new AtomicInteger(200);

    final Workshop workshop;
    final Workshop.Bench bench;
    final Office township;
    final Office school;
    final Office other;
    final LedgerDesk desk;
    final LedgerReading reading;
    final SubmittingLedgers submitting;
    final TypingCells typing;
    final SubmittedLedgers submitted;
    final List<Population> populations;
    final GoingCases cases;
    final Computing computing;
    final Agreeing agreeing;

    LedgerTable(Workshop workshop) {
        this(workshop, Optional.empty());
    }

    /** The same offices, for another thread. */
    LedgerTable again() {
        return new LedgerTable(workshop, Optional.of(this));
    }

    private LedgerTable(Workshop workshop, Optional<LedgerTable> same) {
        this.workshop = workshop;
        this.bench = workshop.bench();
        bench.enclosures.add(new LedgerEnclosure(workshop.county().forms()));
        int place = PLACES.incrementAndGet();
        township = same.map(at -> at.township)
                .orElseGet(() -> office(workshop.county().bureau(), OfficeKind.TOWNSHIP, place, ""));
        school = same.map(at -> at.school).orElseGet(() -> office(township, OfficeKind.SCHOOL, place, "001"));
        other = same.map(at -> at.other).orElseGet(() -> office(township, OfficeKind.SCHOOL, place, "002"));
        submitted = new SubmittedLedgers(bench.entities);
        desk = new LedgerDesk(workshop.county().forms(), bench.offices, submitted, workshop.clock());
        RollReading roll = new RollReading(bench.entities);
        WorkReading work = new WorkReading(bench.entities);
        cases = new GoingCases(roll, bench.caseActs.cases, bench.offices);
        populations = List.of(
                new Children(roll),
                cases,
                new Persuasions(cases),
                new RollMovements(roll),
                new NumberedPapers(work),
                new RecordedDeliveries(work),
                new DutyAgreements(work),
                new Aided(work, roll),
                new Watched(work, roll));
        computing = new Computing(populations);
        TypedCells cells = new TypedCells(bench.entities, bench.identifiers);
        reading = new LedgerReading(desk, computing, submitted, cells);
        typing = new TypingCells(reading, cells, bench.offices, bench.transactions, workshop.clock());
        agreeing = new Agreeing(
                List.<FiguresCheck>of(
                        new CasesOnRoll(cases, roll, bench.offices),
                        new PapersOfCases(cases, work, workshop.county().forms()),
                        new SeriesWithoutGap(work),
                        new SubmissionsAgree(desk, reading, computing, submitted)),
                desk,
                bench.listingTrail);
        submitting = new SubmittingLedgers(
                reading,
                bench.issuing,
                bench.approving,
                bench.drafts,
                bench.offices,
                bench.transactions,
                workshop.clock());
    }

    private Office office(Office above, OfficeKind kind, int place, String tail) {
        String name = (kind == OfficeKind.SCHOOL ? "第" + place + "校" + tail : "第" + place + "镇");
        Office made = bench.transactions.run(() -> bench.offices.add(new Office(
                above, kind, name, "990721" + place + tail, "台" + place + tail, "shifan", "第" + place + "镇")));
        workshop.county().enrol(made);
        return made;
    }

    Caller clerk(Office office) {
        Role role = office.kind() == OfficeKind.SCHOOL
                ? Role.CLERK
                : office.kind() == OfficeKind.TOWNSHIP ? Role.TOWNSHIP : Role.BUREAU;
        return WorkshopCounty.caller(1, "林晓芳", role, office, false);
    }

    Ledger ledger(FormId id) {
        return workshop.county().forms().ledger(id).orElseThrow();
    }

    Reporting month() {
        return Reporting.of(Reporting.Kind.MONTH, workshop.today());
    }

    Case away(Office at) {
        return away(at, workshop.today().minusDays(5));
    }

    Case away(Office at, LocalDate since) {
        Student child = bench.child(at);
        return bench.caseActs.casework.open(clerk(at), child.id(), since, "随父母外出");
    }

    void persuade(Case found, Office by) {
        bench.caseActs.casework.record(
                clerk(by),
                found.id(),
                new PersuasionDetails(workshop.today(), List.of("林晓芳", "陈志强"), "家中", "上门", "未返校"));
    }

    ReadLedger read(FormId id, Office office) {
        return reading.read(ledger(id), office, month());
    }

    Instrument submit(FormId id, Office office) {
        return order(id, office).issued().orElseThrow();
    }

    Ordered order(FormId id, Office office) {
        return submitting.submit(clerk(office), ledger(id), office, month());
    }

    static List<Object> column(Content content, String name) {
        return content.rows().stream()
                .map(row -> Optional.ofNullable(row.get(name)).orElse(""))
                .toList();
    }

    static Map<String, Object> row(Content content, String column, Object value) {
        return content.rows().stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow();
    }
}
