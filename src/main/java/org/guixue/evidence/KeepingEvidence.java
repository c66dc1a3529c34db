package org.guixue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.Accessioned;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchiveStopped;
import org.guixue.archive.BagId;
import org.guixue.archive.Damaged;
import org.guixue.archive.NoSpace;
import org.guixue.archive.Proof;
import org.guixue.archive.Retention;
import org.guixue.catalogue.ArchivalCounter;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.store.Counters;
import org.guixue.store.Transactions;

/**
 * Keeps what is handed in as proof, as issuing keeps papers: reserve a number, hand to the archive, confirm. A kill loses
 * nothing that was acknowledged and leaves no gap; what it left is ended by the same file handed in again, or by
 * {@link EvidenceRecovery}. The same file from the same office about the same child is kept once.
 */
@ApplicationScoped
public class KeepingEvidence {
    /** As long as the papers of a case (本单位规定). */
    private static final Retention RETENTION = Retention.D30;

    private final Transactions transactions;
    private final Counters counters;
    private final Evidences evidences;
    private final Offices offices;
    private final Students students;
    private final Archive archive;
    private final SoundRegisters registers;
    private final ConfirmingEvidence confirming;
    private final Clock clock;

    @Inject
    public KeepingEvidence(
            Transactions transactions,
            Counters counters,
            Evidences evidences,
            Offices offices,
            Students students,
            Archive archive,
            SoundRegisters registers,
            ConfirmingEvidence confirming,
            Clock clock) {
        this.transactions = transactions;
        this.counters = counters;
        this.evidences = evidences;
        this.offices = offices;
        this.students = students;
        this.archive = archive;
        this.registers = registers;
        this.confirming = confirming;
        this.clock = clock;
    }

    /**
     * The proof, once it lies in the archive.
     *
     * @param student whom it is about; empty where it is about the office's own work
     * @param sensitive whether it tells of health or disability
     */
    public Evidence keep(Caller caller, ProofFile file, OptionalLong student, boolean sensitive) {
        refuseInspector(caller);
        registers.expect();
        long id = transactions.run(() -> reserve(caller, file, student, sensitive));
        Evidence reserved = evidences.find(id).orElseThrow();
        if (reserved.keptAt().isEmpty()) {
            confirming.confirm(id, lay(reserved, file));
        }
        return evidences.find(id).orElseThrow();
    }

    private long reserve(Caller caller, ProofFile file, OptionalLong student, boolean sensitive) {
        Optional<Student> child = student.isEmpty()
                ? Optional.empty()
                : Optional.of(students.find(student.getAsLong(), caller.scope()).orElseThrow(() -> new NotFound("学生")));
        Optional<Evidence> same = evidences.same(
                file.sha256(), caller.office(), child.map(Student::id).orElse(0L));
        if (same.isPresent()) {
            if (sensitive) {
                same.get().guard();
            }
            return same.get().id();
        }
        Office office = offices.find(caller.office()).orElseThrow();
        Instant now = clock.instant();
        ArchivalCounter counter = new ArchivalCounter(
                new BagId(office.fonds(), LocalDate.now(clock).getYear(), RETENTION));
        long id = evidences.nextId();
        ProofRecord facts = new ProofRecord(
                id,
                counter.number(ArchivalNumber.EVIDENCE, counters.next(counter.key())),
                file.type(),
                file.bytes().length,
                file.sha256(),
                now,
                caller.account(),
                office.code(),
                child.map(ProofRecord.About::of),
                sensitive);
        evidences.add(
                new Evidence(facts, office, child.orElse(null), facts.json()).named(file.name(), caller.displayName()));
        offices.issued(office);
        return id;
    }

    private Accessioned lay(Evidence evidence, ProofFile file) {
        Proof proof = new Proof(evidence.type(), file.bytes(), evidence.recordJson(), evidence.handedInBy());
        try {
            return archive.proofs().accession(evidence.archivalNumber(), proof);
        } catch (NoSpace e) {
            throw new Refused(Refused.Reason.NO_SPACE, "磁盘空间不足，这份材料没有收下；请管理员腾出空间后再上传", e);
        } catch (ArchiveStopped e) {
            throw new Refused(Refused.Reason.UNAVAILABLE, "归档因磁盘写入故障已停止，这份材料没有收下；请管理员检查磁盘并重新启动", e);
        } catch (Damaged e) {
            throw new Conflict("归档登记簿已损坏，不能收下这份材料；请管理员从备份恢复后再上传", e);
        }
    }

    /** Who only reads hands nothing in. */
    void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能上传证据材料");
        }
    }
}
