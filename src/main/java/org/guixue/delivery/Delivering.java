package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Unavailable;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.Archive;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.evidence.Evidences;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.person.Guardian;
import org.guixue.person.Student;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;
import org.guixue.store.Transactions;

/**
 * Records that a paper was delivered, or could not be: the delivery, the paper's state, the case's event and the trail in one
 * transaction, under the paper's lock; then the register's line ({@link RegisteringDeliveries}), which a start makes up for.
 */
@ApplicationScoped
public class Delivering {
    private final Transactions transactions;
    private final Instruments instruments;
    private final Deliveries deliveries;
    private final Evidences evidences;
    private final ReceiptRules rules;
    private final NoticesInCase notices;
    private final RegisteringDeliveries registering;
    private final Archive archive;
    private final SoundRegisters registers;
    private final Outbox outbox;
    private final PaperTrail trail;
    private final Clock clock;

    @Inject
    public Delivering(
            Transactions transactions,
            Instruments instruments,
            Deliveries deliveries,
            Evidences evidences,
            ReceiptRules rules,
            NoticesInCase notices,
            RegisteringDeliveries registering,
            Archive archive,
            SoundRegisters registers,
            Outbox outbox,
            PaperTrail trail,
            Clock clock) {
        this.transactions = transactions;
        this.instruments = instruments;
        this.deliveries = deliveries;
        this.evidences = evidences;
        this.rules = rules;
        this.notices = notices;
        this.registering = registering;
        this.archive = archive;
        this.registers = registers;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A delivery as it was recorded.
     *
     * @param warnings sentences about what looks odd and was recorded all the same
     */
    public record Recorded(Delivery delivery, boolean startsClock, List<String> warnings) {}

    /** Whether there is something that the caller may deliver. */
    public boolean mayDeliver(Caller caller, Instrument paper) {
        return caller.role() != Role.INSPECTOR && paper.sealed() && paper.state() != InstrumentState.VOID;
    }

    public Recorded deliver(Caller caller, long paper, DeliveryDetails details) {
        refuseInspector(caller);
        registers.expect();
        if (archive.stopped()) {
            throw new Unavailable("归档因磁盘写入故障已停止，暂不能登记送达；请管理员检查磁盘并重新启动");
        }
        Recorded recorded = transactions.run(() -> record(caller, paper, details));
        registering.register(recorded.delivery().id());
        return recorded;
    }

    private Recorded record(Caller caller, long id, DeliveryDetails details) {
        Instrument paper = instruments.find(id, caller.scope()).orElseThrow(() -> new NotFound("文书"));
        instruments.hold(paper);
        refuseUndeliverable(paper);
        List<Delivery> earlier = deliveries.of(paper);
        List<Violation> violations = new ArrayList<>(details.violations(
                paper.issuedOn(),
                LocalDate.now(clock),
                paper.student().map(Student::name).orElse("")));
        checkEvidence(caller, paper, details, violations);
        checkAgain(earlier, details, violations);
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        DeliveryOutcome outcome = details.outcome().orElseThrow();
        Optional<LocalDate> startsOn = rules.startsOn(
                paper.issuer().jurisdiction(), outcome, details.deliveredOn().orElseThrow());
        Delivery delivery = new Delivery(deliveries.nextId(), paper, details, startsOn, caller, clock.instant());
        deliveries.add(delivery);
        if (outcome.arrived()) {
            paper.deliver();
        }
        boolean starts = startsOn.isPresent() && notices.received(caller, paper, delivery);
        trail.delivered(caller, id, paper.childId(), outcome.name(), delivery.deliveredOn());
        outbox.put(OutboxRow.Kind.INSTRUMENT, id);
        return new Recorded(delivery, starts, warnings(paper, details));
    }

    static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能登记送达");
        }
    }

    /** @throws Conflict where the paper is void or not sealed yet */
    public static void refuseUndeliverable(Instrument paper) {
        if (paper.state() == InstrumentState.VOID) {
            throw new Conflict("这份文书已经作废，不能送达；需要送达的，请重新签发一份");
        }
        if (!paper.sealed()) {
            throw new Conflict("这份文书还在盖章归档，请稍候再登记送达");
        }
    }

    private void checkEvidence(Caller caller, Instrument paper, DeliveryDetails details, List<Violation> violations) {
        for (long id : details.evidence()) {
            boolean fits = evidences
                    .find(id, caller.scope())
                    .filter(found -> found.mayConcern(paper.childId()))
                    .isPresent();
            if (!fits) {
                violations.add(new Violation("photos", "没有编号为%d的材料，或者它是别的学生的，请重新上传".formatted(id)));
            }
        }
    }

    private static void checkAgain(List<Delivery> earlier, DeliveryDetails details, List<Violation> violations) {
        earlier.stream()
                .filter(each -> each.outcome().arrived())
                .reduce((first, last) -> last)
                .filter(each -> details.reason().isEmpty())
                .ifPresent(each -> violations.add(new Violation(
                        "reason",
                        "这份文书已于%s送达（%s）；确需再登记一次的，请写明原因"
                                .formatted(each.deliveredOn(), each.outcome().label()))));
    }

    private static List<String> warnings(Instrument paper, DeliveryDetails details) {
        List<String> guardians = paper.student().map(Student::guardians).orElse(List.of()).stream()
                .map(Guardian::name)
                .toList();
        boolean stranger =
                details.outcome().filter(how -> how == DeliveryOutcome.GUARDIAN).isPresent()
                        && !details.receiver().isEmpty()
                        && !guardians.isEmpty()
                        && !guardians.contains(details.receiver());
        return stranger
                ? List.of("签收人“%s”不在该生登记的监护人（%s）之中，请核对；由他人代收的应登记为“他人代收”"
                        .formatted(details.receiver(), String.join("、", guardians)))
                : List.of();
    }
}
