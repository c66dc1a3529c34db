package org.guixue.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.account.SealApprovers;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.HouseTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.casefile.Cases;
import org.guixue.duty.Charge;
import org.guixue.duty.Duties;
import org.guixue.duty.Duty;
import org.guixue.duty.DutyDetails;
import org.guixue.duty.DutyKeeping;
import org.guixue.duty.DutyLayer;
import org.guixue.duty.DutyMap;
import org.guixue.duty.DutyPlaces;
import org.guixue.duty.DutySigning;
import org.guixue.duty.Responsible;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subjects;
import org.guixue.person.Duplicates;
import org.guixue.search.SearchIndex;
import org.guixue.sheet.IssuedAgreements;
import org.guixue.sheet.Ordering;

/** What a node works batches off with, around a bench of the workshop. */
final class BatchBench {
    static final SchoolYear YEAR = new SchoolYear(2025);

    /** What is to happen once, right before it is noted that a paper was issued. */
    final Deque<Runnable> beforeNoting = new ArrayDeque<>();

    final Workshop.Bench bench;
    final Duties duties;
    final DutyKeeping keeping;
    final DutySigning signing;
    final AgreementBatch agreements;
    final Batches batches;
    final Batching batching;
    final BatchWorker worker;
    final Claims claims;
    final Deciding deciding;
    final ChildrenBatch children;
    final Preparing preparing;
    final Choosing choosing;

    BatchBench(Workshop workshop) {
        bench = workshop.bench();
        Clock clock = Clock.fixed(workshop.now(), Workshop.SHANGHAI);
        AuditTrail trail = new AuditTrail(
                bench.entities,
                bench.identifiers,
                new AuditWriter(bench.entities, bench.transactions, bench.identifiers));
        HouseTrail houseTrail = new HouseTrail(trail, clock);
        duties = new Duties(bench.entities, bench.identifiers);
        keeping = new DutyKeeping(
                bench.transactions,
                duties,
                new DutyPlaces(bench.offices, bench.students),
                new ChildTrail(trail, clock),
                houseTrail,
                clock);
        IssuedAgreements papers = new IssuedAgreements(bench.instruments, bench.photos, bench.evidences);
        signing = new DutySigning(bench.transactions, duties, papers, houseTrail, clock);
        DutyMap map = new DutyMap(duties, bench.offices, (scope, most) -> List.of(), papers, clock);
        Subjects subjects = new Subjects(bench.students, new Cases(bench.entities, bench.identifiers), bench.offices);
        agreements =
                new AgreementBatch(
                        duties,
                        map,
                        signing,
                        bench.check,
                        subjects,
                        workshop.county().forms(),
                        bench.offices,
                        clock) {
                    @Override
                    void issued(String about, Instrument paper) {
                        Optional.ofNullable(beforeNoting.poll()).ifPresent(Runnable::run);
                        super.issued(about, paper);
                    }
                };
        batches = new Batches(bench.entities, bench.identifiers);
        claims = new Claims(batches, bench.instruments, clock);
        batching = new Batching(bench.transactions, batches, claims, bench.check, houseTrail, clock);
        deciding = new Deciding(
                bench.transactions, batches, batching, new SealApprovers(bench.entities), houseTrail, clock);
        Cases cases = new Cases(bench.entities, bench.identifiers);
        children = new ChildrenBatch(bench.check, cases);
        choosing = new Choosing(bench.students, new Duplicates(bench.entities), bench.caseActs.cases, index(workshop));
        preparing = new Preparing(
                bench.transactions,
                batches,
                batching,
                claims,
                deciding,
                children,
                new Trial(bench.check, subjects),
                new Mending(choosing, children, clock),
                clock);
        worker = new BatchWorker(
                bench.transactions,
                batches,
                bench.check,
                subjects,
                new Ordering(bench.issuing, bench.submissions),
                bench.issuing,
                agreements,
                Hands.ONE,
                clock);
    }

    Duty headTeacher(Caller clerk, String grade, String schoolClass, String name) {
        return keeping.enter(
                clerk,
                new DutyDetails(
                        YEAR,
                        DutyLayer.HEAD_TEACHER,
                        Charge.schoolClass(clerk.office(), grade, schoolClass),
                        new Responsible(name, "班主任", ""),
                        Optional.empty()));
    }

    Batch order(Caller clerk, DutyLayer layer) {
        return batching.begin(clerk, agreements.order(clerk, YEAR, layer, Optional.empty(), Map.of()));
    }

    Batching.Standing standing(Caller clerk, Batch batch) {
        return batching.standing(clerk, batch.id());
    }

    private static SearchIndex index(Workshop workshop) {
        try {
            return SearchIndex.open(Files.createTempDirectory(workshop.records().getParent(), "index"), new byte[32]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
