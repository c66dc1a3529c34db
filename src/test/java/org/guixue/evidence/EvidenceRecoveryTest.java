package org.guixue.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Refused;
import org.guixue.archive.Accessioned;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.ArchivedRecord;
import org.junit.jupiter.api.Test;

/** A start makes good what a kill or a lost row left between database and archive. */
class EvidenceRecoveryTest extends EvidenceDesk {
    /** As a start after a kill. */
    private void start() {
        workshop.openArchiveAgain();
        bench = workshop.bench();
        bench.entities.getTransaction().begin();
        bench.recovery.recover();
        bench.entities.getTransaction().commit();
        bench.entities.clear();
    }

    @Test
    void aRowThatIsLostComesBackFromTheArchive() {
        Evidence kept = bench.keepingEvidence.keep(clerk, jpeg(), OptionalLong.of(child.id()), true);
        long id = kept.id();
        bench.transactions.perform(
                () -> bench.evidences.drop(bench.evidences.find(id).orElseThrow()));
        start();
        Evidence back = bench.evidences.find(id, clerk.scope()).orElseThrow();
        assertEquals(kept.archivalNumber(), back.archivalNumber());
        assertEquals(child.id(), back.childId());
        assertTrue(back.sensitive());
        assertEquals(clerk.account(), back.handedInBy());
        assertEquals(kept.archivalNumber() + ".jpg", back.fileName());
        assertEquals(id, keepAgain(back));
    }

    private long keepAgain(Evidence back) {
        byte[] bytes = bench.evidenceReading.file(clerk, back.id());
        return bench.keepingEvidence
                .keep(clerk, ProofFile.of(bytes, "再传.jpg"), OptionalLong.of(child.id()), true)
                .id();
    }

    @Test
    void aProofIsNotGivenToAnotherChildThatHasGotTheId() {
        Evidence kept = keep(pdf());
        long id = kept.id();
        bench.transactions.perform(
                () -> bench.evidences.drop(bench.evidences.find(id).orElseThrow()));
        county.database().execute("update student set name = '另一个' where id = " + child.id());
        start();
        Evidence back = bench.evidences.find(id, clerk.scope()).orElseThrow();
        assertEquals(0, back.childId());
    }

    @Test
    void killedBeforeItCameIntoTheArchiveItsNumberIsCancelled() {
        ProofFile file = pdf();
        workshop.archive().close();
        Refused refused = assertThrows(Refused.class, () -> keep(file));
        assertEquals(Refused.Reason.UNAVAILABLE, refused.reason());
        Evidence reserved = bench.evidences.reserved().get(0);
        assertEquals(Optional.empty(), bench.evidences.find(reserved.id(), clerk.scope()));
        start();
        assertEquals(List.of(), bench.evidences.reserved());
        assertEquals(
                ArchivedRecord.State.CANCELLED,
                workshop.archive().history(reserved.archivalNumber()).state());
        Evidence kept = keep(file);
        assertEquals(reserved.archivalNumber().item() + 1, kept.archivalNumber().item());
    }

    @Test
    void killedBetweenFileAndRegisterItIsKeptAtTheNextStart() throws IOException {
        ProofFile file = pdf();
        Evidence before = keep(pdf());
        workshop.archive().close();
        assertThrows(Refused.class, () -> keep(file));
        Evidence reserved = bench.evidences.reserved().get(0);
        Path place =
                workshop.archive().pathOf(before.archivalNumber()).resolveSibling(reserved.archivalNumber() + ".pdf");
        Files.write(place, file.bytes());
        start();
        assertKept(reserved.id(), reserved.archivalNumber(), file);
    }

    @Test
    void killedBeforeItWasConfirmedItIsKeptAtTheNextStartOrWhenItIsHandedInAgain() {
        for (boolean restarted : List.of(true, false)) {
            ProofFile file = pdf();
            KeepingEvidence killed = killedBeforeConfirming();
            assertThrows(
                    IllegalStateException.class, () -> killed.keep(clerk, file, OptionalLong.of(child.id()), false));
            Evidence reserved = bench.evidences.reserved().get(0);
            if (restarted) {
                start();
            } else {
                assertEquals(reserved.id(), keep(file).id());
            }
            assertKept(reserved.id(), reserved.archivalNumber(), file);
        }
    }

    private KeepingEvidence killedBeforeConfirming() {
        ConfirmingEvidence dead = new ConfirmingEvidence(null, null, null, null, null, null) {
            @Override
            void confirm(long id, Accessioned accessioned) {
                throw new IllegalStateException("killed");
            }
        };
        return bench.keepingEvidence(dead);
    }

    private void assertKept(long id, ArchivalNumber number, ProofFile file) {
        Evidence kept = bench.evidences.find(id, clerk.scope()).orElseThrow();
        assertEquals(number, kept.archivalNumber());
        assertEquals(1, workshop.archive().history(number).lines().size());
        assertArrayEquals(file.bytes(), bench.evidenceReading.file(clerk, id));
        assertEquals("CREATE|DOWNLOAD", told(id));
        assertEquals(List.of(), workshop.archive().check(List.of()));
    }
}
