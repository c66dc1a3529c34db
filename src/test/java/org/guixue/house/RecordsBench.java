package org.guixue.house;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.archive.Archive;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.EvidenceTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.audit.PaperTrail;
import org.guixue.casefile.CaseActs;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.delivery.Deliveries;
import org.guixue.delivery.NoticesInCase;
import org.guixue.delivery.RegisteringDeliveries;
import org.guixue.evidence.ConfirmingEvidence;
import org.guixue.evidence.EvidenceReading;
import org.guixue.evidence.EvidenceRecovery;
import org.guixue.evidence.Evidences;
import org.guixue.evidence.KeepingEvidence;
import org.guixue.instrument.Checkpoints;
import org.guixue.instrument.FrozenForms;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.IssuedPapers;
import org.guixue.instrument.Photos;
import org.guixue.instrument.PrintedSheets;
import org.guixue.instrument.issuing.Enclosures;
import org.guixue.instrument.issuing.PaperMaking;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Duplicates;
import org.guixue.person.Movements;
import org.guixue.person.Roster;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.rendering.PublicAddress;
import org.guixue.store.Counters;
import org.guixue.store.EntityBoundary;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/** What keeps records around one entity manager: children, cases, papers' rows, proofs, deliveries and the registers. */
public abstract class RecordsBench extends BenchPlace {
    public final EntityManager entities = county.database.entities();
    public final Deque<Runnable> afterRollback = new ArrayDeque<>();
    public final Transactions transactions =
            new Transactions(new Watched(new EntityBoundary(entities), afterRollback), random);
    public final Identifiers identifiers = county.database.identifiers();
    public final Counters counters = new Counters(entities, county.database.atOnce());
    public final Offices offices = new Offices(entities, identifiers);
    public final Students students = new Students(entities, identifiers);
    public final Instruments instruments = new Instruments(entities, identifiers);
    final AuditTrail trail =
            new AuditTrail(entities, identifiers, new AuditWriter(entities, transactions, identifiers));
    final PaperTrail paperTrail = new PaperTrail(trail, clock);
    public final ListingTrail listingTrail = new ListingTrail(trail, clock);
    public final Photos photos = new Photos(entities, transactions, paperTrail, clock);
    public final Roster roster = new Roster(
            transactions,
            students,
            new Movements(entities, identifiers),
            new Duplicates(entities),
            county.categories,
            offices,
            new ChildTrail(trail, clock),
            clock,
            (changed, entered) -> {},
            found -> {});
    public final PrintedSheets sheets =
            new PrintedSheets(county.press.forms(), new FrozenForms(county.press.forms(), instruments));
    public final List<Enclosures> enclosures = new ArrayList<>();
    public final PaperMaking papers = new PaperMaking(
            county.safe,
            named,
            county.press.fonts(),
            county.press.sealDrawing(),
            county.press.renderer(),
            county.press.sealing(),
            sheets,
            photos,
            enclosures,
            clock);
    final RegisterHeads heads = new RegisterHeads(entities);
    public final SoundRegisters registers = new SoundRegisters(archive, heads);
    public final Checkpoints checkpoints = new Checkpoints(entities);
    public final EvidenceTrail evidenceTrail = new EvidenceTrail(trail, clock);
    public final Evidences evidences = new Evidences(entities, identifiers);
    public final ConfirmingEvidence confirmingEvidence =
            new ConfirmingEvidence(transactions, evidences, archive, heads, evidenceTrail, clock);
    public final KeepingEvidence keepingEvidence = keepingEvidence(confirmingEvidence);
    public final EvidenceReading evidenceReading = new EvidenceReading(evidences, archive, registers, evidenceTrail);
    public final EvidenceRecovery evidenceRecovery =
            new EvidenceRecovery(archive, evidences, confirmingEvidence, offices, students, heads);
    public final Deliveries deliveries = new Deliveries(entities, identifiers);
    public final CaseActs caseActs = new CaseActs(
            entities,
            transactions,
            identifiers,
            offices,
            students,
            new ChildTrail(trail, clock),
            (changed, entered) -> {},
            county.press.forms(),
            new IssuedPapers(instruments),
            clock);
    final NoticesInCase notices = new NoticesInCase(caseActs.cases, students, caseActs.recording, clock);
    public final RegisteringDeliveries registering =
            new RegisteringDeliveries(transactions, deliveries, instruments, archive, heads, notices);

    RecordsBench(WorkshopCounty county, Archive archive, PublicAddress named, Clock clock, SecureRandom random) {
        super(county, archive, named, clock, random);
    }

    public KeepingEvidence keepingEvidence(ConfirmingEvidence confirming) {
        return new KeepingEvidence(
                transactions, counters, evidences, offices, students, archive, registers, confirming, clock);
    }

    /** A child of that school, whom nobody else knows. */
    public Student child(Office school) {
        return invented(OptionalLong.of(school.id()));
    }

    public Student childWithoutSchool() {
        return invented(OptionalLong.empty());
    }

    private Student invented(OptionalLong school) {
        return roster.enter(county.bureauClerk(), county.someone(school, LocalDate.now(clock), random));
    }

    /** How many papers were ever numbered. */
    public long papers() {
        return entities.createQuery("select count(i) from Instrument i", Long.class)
                .getSingleResult();
    }
}
