package org.guixue.evidence;

import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk who hands in proofs about one child, and what the trail tells of them. */
abstract class EvidenceDesk {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    Workshop.Bench bench;
    WorkshopCounty county;
    Caller clerk;
    Student child;
    int made;

    @BeforeEach
    void sitDown() {
        bench = workshop.bench();
        county = workshop.county();
        clerk = county.clerk();
        child = bench.child(county.first());
    }

    ProofFile pdf() {
        return ProofFile.of(ProofFiles.pdf("proof " + ++made + " of " + child.id()), "家访回执.pdf");
    }

    ProofFile jpeg() {
        return ProofFile.of(ProofFiles.jpeg((int) (child.id() + ++made)), "家访照片.jpg");
    }

    Evidence keep(ProofFile file) {
        return bench.keepingEvidence.keep(clerk, file, OptionalLong.of(child.id()), false);
    }

    String told(long evidence) {
        return bench.entities
                .createQuery(
                        "select e.act from AuditEvent e where e.subjectKind = 'evidence' and e.subjectId = :id"
                                + " order by e.happenedAt, e.id",
                        String.class)
                .setParameter("id", String.valueOf(evidence))
                .getResultStream()
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }
}
