package org.guixue.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Unavailable;
import org.guixue.archive.Checkpoint;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.issuing.IssueOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a start reads, and what is looked through afterwards. */
class RecoveryTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Workshop.Bench bench;

    @BeforeEach
    void sitDown() {
        bench = workshop.bench();
    }

    @Test
    void aRowThatIsMissingAfterTheCheckpointIsCataloguedAtTheStart() {
        issue();
        List<Checkpoint> kept = start(List.of());
        Instrument lost = issue();
        forget(lost);
        start(kept);
        assertTrue(isCatalogued(lost));
    }

    @Test
    void aRowThatIsMissingBeforeTheCheckpointIsCataloguedWhileTheHouseIsOpen() {
        Instrument lost = issue();
        issue();
        List<Checkpoint> kept = start(List.of());
        forget(lost);
        start(kept);
        assertFalse(isCatalogued(lost), "the start reads only what came after");
        LookingThrough looking = new LookingThrough(workshop.archive(), bench.registers, bench.recovery);
        lookThrough(looking);
        assertTrue(isCatalogued(lost));
        assertEquals(new LookingThrough.Progress(true, 2, 2, 0), looking.progress());
    }

    @Test
    void aLineThatWasAlteredBeforeTheCheckpointStopsIssuingOnceItIsFound() throws IOException {
        Instrument altered = issue();
        issue();
        List<Checkpoint> kept = start(List.of());
        Path register = workshop.archive()
                .pathOf(altered.archivalNumber())
                .resolve("../../../register.jsonl")
                .normalize();
        List<String> lines = Files.readAllLines(register);
        lines.set(0, lines.get(0).replace("\"n\":1", "\"n\":9"));
        Files.writeString(register, String.join("\n", lines) + "\n");
        start(kept);
        bench.registers.expect();
        lookThrough(new LookingThrough(workshop.archive(), bench.registers, bench.recovery));
        assertThrows(Unavailable.class, bench.registers::expect);
    }

    /** The archive is opened after the checkpoints and held against the catalogue; returns those that come of it. */
    private List<Checkpoint> start(List<Checkpoint> kept) {
        workshop.openArchiveAfter(kept);
        bench = workshop.bench();
        bench.entities.getTransaction().begin();
        bench.recovery.recover();
        List<Checkpoint> found = bench.checkpoints.kept();
        bench.entities.getTransaction().commit();
        return found.stream()
                .filter(checkpoint -> workshop.archive().registerHeads().stream()
                        .anyMatch(head ->
                                head.register().equals(checkpoint.register()) && head.length() == checkpoint.lines()))
                .toList();
    }

    private void lookThrough(LookingThrough looking) {
        bench.entities.getTransaction().begin();
        for (int steps = 0; steps < 100 && !looking.progress().done(); steps++) {
            looking.step();
        }
        bench.entities.getTransaction().commit();
    }

    private void forget(Instrument instrument) {
        bench.entities.getTransaction().begin();
        bench.entities
                .createQuery("delete from Instrument i where i.id = :id")
                .setParameter("id", instrument.id())
                .executeUpdate();
        bench.entities.getTransaction().commit();
        bench.entities.clear();
    }

    private boolean isCatalogued(Instrument lost) {
        return !bench.instruments
                .numbersAmong(List.of(lost.archivalNumber().toString()))
                .isEmpty();
    }

    private Instrument issue() {
        IssueOrder notice = new IssueOrder(
                FormId.parse("shangtianti/persuasion-notice"),
                Subject.of(bench.child(workshop.county().first())),
                Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访"));
        return bench.issuing.issue(workshop.county().clerk(), notice, Optional.empty());
    }
}
