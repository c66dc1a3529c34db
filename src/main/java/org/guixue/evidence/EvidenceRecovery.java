package org.guixue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.Sha256;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.Proof;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** At a start: ends what a kill has left, and writes rows again for evidence that the archive holds and the database lacks. */
@ApplicationScoped
public class EvidenceRecovery {
    private static final Logger LOG = Logger.getLogger(EvidenceRecovery.class.getName());

    private final Archive archive;
    private final Evidences evidences;
    private final ConfirmingEvidence confirming;
    private final Offices offices;
    private final Students students;
    private final RegisterHeads heads;

    @Inject
    public EvidenceRecovery(
            Archive archive,
            Evidences evidences,
            ConfirmingEvidence confirming,
            Offices offices,
            Students students,
            RegisterHeads heads) {
        this.archive = archive;
        this.evidences = evidences;
        this.confirming = confirming;
        this.offices = offices;
        this.students = students;
        this.heads = heads;
    }

    /** Whoever handed these in was not told that they are kept: those whose file is there are, the others never came. */
    public void finish() {
        for (Evidence evidence : evidences.reserved()) {
            try {
                finish(evidence);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.SEVERE,
                        e,
                        () -> "ALARM: " + evidence.archivalNumber() + " could not be brought to an end");
            }
        }
    }

    private void finish(Evidence evidence) {
        Optional<byte[]> lying = archive.proofs().lying(evidence.archivalNumber(), evidence.type());
        if (lying.isEmpty()) {
            confirming.cancel(evidence.id());
            LOG.info(() -> evidence.archivalNumber() + " never came into the archive; the number was cancelled");
        } else if (Sha256.of(lying.get()).equals(evidence.sha256())) {
            Proof proof = new Proof(evidence.type(), lying.get(), evidence.recordJson(), evidence.handedInBy());
            confirming.confirm(evidence.id(), archive.proofs().accession(evidence.archivalNumber(), proof));
        } else {
            LOG.severe(() -> "ALARM: a file that is not " + evidence.archivalNumber() + " lies at its place");
        }
    }

    /** Which of these archival numbers the catalogue holds. */
    public Set<String> numbersAmong(List<String> numbers) {
        return evidences.numbersAmong(numbers);
    }

    /** Writes the row from what lies beside the file; names that only the database knew are gone. */
    @Transactional
    public void catalogue(ArchivedRecord record) {
        byte[] json = archive.proofs().record(record.number());
        ProofRecord facts = ProofRecord.read(json);
        if (!facts.archivalNumber().equals(record.number())
                || !record.sha256().equals(Optional.of(facts.sha256()))
                || !record.type().equals(Optional.of(facts.type()))) {
            throw new IllegalStateException("it says that it is " + facts.archivalNumber());
        }
        archive.proofs().read(record.number(), facts.type(), facts.sha256());
        Office office = offices.withCode(facts.officeCode())
                .orElseThrow(() -> new IllegalStateException("its office is not in the office tree"));
        Evidence evidence = new Evidence(facts, office, child(facts).orElse(null), json);
        long fresh = evidences.nextId();
        boolean ownId = facts.id() < fresh && evidences.find(facts.id()).isEmpty();
        boolean alone =
                evidences.same(facts.sha256(), office.id(), evidence.childKey()).isEmpty();
        evidence.setApart(ownId ? facts.id() : fresh, alone ? evidence.childKey() : -fresh);
        evidence.kept(record.accession().orElseThrow().at());
        evidences.add(evidence);
        offices.issued(office);
        archive.registerHeads().stream()
                .filter(head -> head.register().equals(record.number().bag().name()))
                .forEach(heads::remember);
    }

    /** Where the database still has it, and it is the same child. */
    private Optional<Student> child(ProofRecord facts) {
        return facts.about().flatMap(about -> students.find(about.student())
                .filter(child -> ProofRecord.About.of(child).equals(about)));
    }
}
