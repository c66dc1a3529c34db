package org.guixue.house;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.guixue.account.SealApprovers;
import org.guixue.archive.Accessioned;
import org.guixue.archive.Archive;
import org.guixue.audit.DraftTrail;
import org.guixue.casefile.Cases;
import org.guixue.delivery.Delivering;
import org.guixue.delivery.DeliveringByReceipt;
import org.guixue.delivery.ListedPapers;
import org.guixue.delivery.ReceiptRules;
import org.guixue.delivery.RegisteringDeliveries;
import org.guixue.instrument.PapersInCase;
import org.guixue.instrument.Printings;
import org.guixue.instrument.Reading;
import org.guixue.instrument.ReadyToIssue;
import org.guixue.instrument.Recataloguing;
import org.guixue.instrument.Recovery;
import org.guixue.instrument.Voiding;
import org.guixue.instrument.issuing.Cautions;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.Confirming;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.instrument.issuing.Predecessors;
import org.guixue.instrument.issuing.Reserving;
import org.guixue.instrument.issuing.Sealer;
import org.guixue.rendering.PublicAddress;
import org.guixue.sheet.Approving;
import org.guixue.sheet.BlankPapers;
import org.guixue.sheet.Drafts;
import org.guixue.sheet.Filling;
import org.guixue.sheet.HandingOut;
import org.guixue.sheet.Prefilling;
import org.guixue.sheet.Previewing;
import org.guixue.sheet.Submissions;
import org.guixue.store.HouseClock;
import org.guixue.store.Outbox;
import org.guixue.yearbook.YearPlans;
import org.guixue.yearbook.Yearbook;

/** What makes papers out of the records: fills, approves, checks, numbers, seals, delivers, voids and recovers them. */
public abstract class PapersBench extends RecordsBench {
    public final Deque<Runnable> beforeSealing = new ArrayDeque<>();
    public final Deque<Runnable> beforeConfirming = new ArrayDeque<>();
    public final Deque<Runnable> beforePostponing = new ArrayDeque<>();
    public final Recovery recovery = new Recovery(
            county.safe,
            archive,
            instruments,
            new Recataloguing(
                    county.safe,
                    archive,
                    instruments,
                    counters,
                    offices,
                    students,
                    new Cases(entities, identifiers),
                    heads,
                    new Outbox(entities, counters)),
            evidenceRecovery,
            List.of(registering),
            registers,
            checkpoints,
            clock);
    private final Yearbook yearbook = new Yearbook(new YearPlans(entities, identifiers));
    private final Prefilling prefilling = new Prefilling(
            new Cases(entities, identifiers), instruments, deliveries, offices, yearbook, county.press.forms(), clock);
    public final PapersInCase papersInCase =
            new PapersInCase(caseActs.cases, caseActs.recording, caseActs.correcting, clock);
    public final Check check = new Check(
            county.safe,
            new ReadyToIssue(registers, archive, named, new HouseClock(clock)),
            county.press.forms(),
            offices,
            photos,
            papers,
            prefilling,
            new Predecessors(instruments),
            papersInCase,
            clock);
    public final Reserving reserving = new Reserving(
            entities,
            transactions,
            counters,
            instruments,
            offices,
            new Predecessors(instruments),
            paperTrail,
            clock,
            random);
    public final Voiding voiding = new Voiding(
            transactions, instruments, archive, heads, new Outbox(entities, counters), paperTrail, papersInCase, clock);
    public final Delivering delivering = delivering(registering);
    public final ListedPapers listed = new ListedPapers(instruments);
    public final DeliveringByReceipt byReceipt =
            new DeliveringByReceipt(transactions, instruments, deliveries, listed, delivering);
    public final Confirming confirming =
            new Confirming(
                    transactions, instruments, heads, new Outbox(entities, counters), paperTrail, papersInCase, clock) {
                @Override
                public void confirm(long id, Accessioned accessioned, int pages) {
                    happen(beforeConfirming);
                    super.confirm(id, accessioned, pages);
                }

                @Override
                public void postpone(long id, String fault, Instant nextTry) {
                    happen(beforePostponing);
                    super.postpone(id, fault, nextTry);
                }
            };
    public final Sealer sealer =
            new Sealer(county.safe, archive, transactions, instruments, papers, confirming, clock) {
                @Override
                public boolean seal(long id) {
                    happen(beforeSealing);
                    return super.seal(id);
                }
            };
    public final Reading reading = new Reading(
            instruments,
            archive,
            county.press.forms(),
            paperTrail,
            registers,
            new Printings(entities, transactions, identifiers, clock));
    public final Issuing issuing = new Issuing(check, reserving, sealer, instruments);
    public final Cautions cautions =
            new Cautions(instruments, caseActs.cases, county.press.forms(), prefilling, yearbook, clock);
    public final Drafts drafts = new Drafts(entities, transactions, identifiers, clock);
    public final Filling filling = new Filling(drafts, offices, county.press.forms(), prefilling, clock);
    public final HandingOut handingOut = new HandingOut(
            transactions,
            drafts,
            new BlankPapers(entities, identifiers),
            filling,
            check,
            new ReadyToIssue(registers, archive, named, new HouseClock(clock)),
            new Previewing(county.press.forms(), papers, offices, clock),
            offices,
            new DraftTrail(trail, clock),
            county.press.fonts(),
            clock,
            random);
    public final Submissions submissions =
            new Submissions(entities, transactions, drafts, new DraftTrail(trail, clock), clock);
    public final Approving approving =
            new Approving(drafts, submissions, check, issuing, new SealApprovers(entities), clock);

    PapersBench(WorkshopCounty county, Archive archive, PublicAddress named, Clock clock, SecureRandom random) {
        super(county, archive, named, clock, random);
    }

    public Delivering delivering(RegisteringDeliveries register) {
        return new Delivering(
                transactions,
                instruments,
                deliveries,
                evidences,
                new ReceiptRules(county.press.forms()),
                notices,
                register,
                archive,
                registers,
                new Outbox(entities, counters),
                paperTrail,
                clock);
    }
}
