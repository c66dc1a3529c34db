package org.guixue.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.FileType;
import org.guixue.casefile.RecordedEvent;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Facts;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.person.Student;
import org.junit.jupiter.api.Test;

/** What is kept, once, for whom, and what may rest on it. */
class EvidenceTest extends EvidenceDesk {
    private static Caller granted(Caller caller) {
        return new Caller(
                caller.account() + 100,
                caller.username(),
                caller.displayName(),
                caller.role(),
                caller.scope(),
                true,
                false,
                caller.address());
    }

    @Test
    void liesInTheArchiveByteForByteWithWhatIsKnownOfIt() {
        ProofFile file = jpeg();
        Evidence kept = keep(file);
        assertTrue(kept.archivalNumber().toString().matches("SF01-ZJ\\.2026-D30-\\d{4}"));
        assertArrayEquals(file.bytes(), bench.evidenceReading.file(clerk, kept.id()));
        ArchivedRecord record = workshop.archive().history(kept.archivalNumber());
        assertEquals(Optional.of(file.sha256()), record.sha256());
        ProofRecord known = ProofRecord.read(workshop.archive().proofs().record(kept.archivalNumber()));
        assertEquals(child.id(), known.about().orElseThrow().student());
        assertEquals(kept.id(), known.id());
        assertEquals(FileType.JPEG, known.type());
        String text = new String(workshop.archive().proofs().record(kept.archivalNumber()), StandardCharsets.UTF_8);
        assertFalse(text.contains(child.name()) || text.contains(file.name()) || text.contains(clerk.displayName()));
        assertEquals(List.of(), workshop.archive().check(List.of()));
        assertEquals("CREATE|DOWNLOAD", told(kept.id()));
    }

    @Test
    void itemsAreCountedPerBagWhateverTheClass() {
        Evidence first = keep(pdf());
        Instrument paper = issue();
        Evidence second = keep(pdf());
        int item = first.archivalNumber().item();
        assertEquals(item + 1, paper.archivalNumber().item());
        assertEquals(item + 2, second.archivalNumber().item());
    }

    private Instrument issue() {
        IssueOrder notice = new IssueOrder(
                FormId.parse("shangtianti/persuasion-notice"),
                Subject.of(child),
                Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访"));
        return bench.issuing.issue(clerk, notice, Optional.empty());
    }

    @Test
    void theSameFileAboutTheSameChildIsKeptOnce() {
        ProofFile file = pdf();
        Evidence kept = keep(file);
        assertEquals(kept.id(), keep(file).id());
        Student sibling = bench.child(county.first());
        Evidence ofSibling = bench.keepingEvidence.keep(clerk, file, OptionalLong.of(sibling.id()), false);
        assertNotEquals(kept.id(), ofSibling.id());
        Evidence ofOffice = bench.keepingEvidence.keep(clerk, file, OptionalLong.empty(), false);
        assertNotEquals(kept.id(), ofOffice.id());
        assertEquals(
                ofOffice.id(),
                bench.keepingEvidence
                        .keep(clerk, file, OptionalLong.empty(), false)
                        .id());
        Evidence ofBureau = bench.keepingEvidence.keep(county.bureauClerk(), file, OptionalLong.of(child.id()), false);
        assertNotEquals(kept.id(), ofBureau.id());
        assertEquals("CREATE", told(kept.id()));
    }

    @Test
    void fourAtOnceWithTheSameFileGetOneProof() throws Exception {
        ProofFile file = pdf();
        List<Workshop.Bench> benches =
                IntStream.range(0, 4).mapToObj(i -> workshop.bench()).toList();
        List<CompletableFuture<Long>> all = benches.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> each.keepingEvidence
                        .keep(clerk, file, OptionalLong.of(child.id()), false)
                        .id()))
                .toList();
        Set<Long> ids = new java.util.TreeSet<>();
        for (CompletableFuture<Long> each : all) {
            ids.add(each.get(60, TimeUnit.SECONDS));
        }
        assertEquals(1, ids.size());
        assertEquals("CREATE", told(ids.iterator().next()));
        assertEquals(List.of(), workshop.archive().check(List.of()));
    }

    @Test
    void whoMaySeeItAndAsWhat() {
        ProofFile file = jpeg();
        Evidence kept = keep(file);
        Caller stranger = county.secondClerk();
        assertThrows(NotFound.class, () -> bench.evidenceReading.file(stranger, kept.id()));
        assertEquals(Optional.empty(), bench.evidences.find(kept.id(), stranger.scope()));
        assertThrows(
                NotFound.class, () -> bench.keepingEvidence.keep(stranger, file, OptionalLong.of(child.id()), false));
        byte[] derived = bench.evidenceReading.file(county.colleague(), kept.id());
        assertTrue(says(file.bytes(), ProofFiles.CAMERA));
        assertFalse(says(derived, ProofFiles.CAMERA));
        assertEquals(FileType.JPEG, ProofFile.of(derived, "x").type());
        assertArrayEquals(file.bytes(), bench.evidenceReading.file(granted(county.bureauClerk()), kept.id()));
        assertEquals("CREATE|DOWNLOAD|DOWNLOAD", told(kept.id()));
        Caller inspector = WorkshopCounty.caller(77, "督导", Role.INSPECTOR, county.bureau(), false);
        assertThrows(Forbidden.class, () -> bench.keepingEvidence.keep(inspector, file, OptionalLong.empty(), false));
    }

    private static boolean says(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    @Test
    void whatTellsOfHealthIsForHoldersOfTheGrantAndWhoHandedItIn() {
        Evidence kept = bench.keepingEvidence.keep(clerk, pdf(), OptionalLong.of(child.id()), true);
        assertThrows(Forbidden.class, () -> bench.evidenceReading.file(county.colleague(), kept.id()));
        bench.evidenceReading.file(clerk, kept.id());
        bench.evidenceReading.file(granted(county.colleague()), kept.id());
        ProofFile later = pdf();
        Evidence plain = keep(later);
        bench.evidenceReading.file(county.colleague(), plain.id());
        bench.keepingEvidence.keep(clerk, later, OptionalLong.of(child.id()), true);
        assertThrows(Forbidden.class, () -> bench.evidenceReading.file(county.colleague(), plain.id()));
    }

    @Test
    void aCaseRestsOnlyOnWhatIsAboutItsChildOrNobodyByName() {
        long file = bench.caseActs
                .casework
                .open(clerk, child.id(), workshop.today(), "未返校")
                .id();
        Evidence own = keep(pdf());
        Evidence ofOffice = bench.keepingEvidence.keep(clerk, pdf(), OptionalLong.empty(), false);
        Student other = bench.child(county.first());
        Evidence others = bench.keepingEvidence.keep(clerk, pdf(), OptionalLong.of(other.id()), false);
        for (long fits : List.of(own.id(), ofOffice.id())) {
            assertEquals(1, enquired(file, fits).event().basis().size());
        }
        for (long wrong : List.of(others.id(), 999_999L)) {
            ValuesRefused refused = assertThrows(ValuesRefused.class, () -> enquired(file, wrong));
            assertEquals("basis", refused.violations().get(0).field());
        }
    }

    private RecordedEvent enquired(long file, long proof) {
        return bench.caseActs.recording.record(
                clerk,
                file,
                CaseEvent.said(
                        EventKind.ENQUIRED,
                        workshop.today(),
                        "入户核实",
                        "",
                        Facts.none(),
                        List.of(new CaseEvent.Basis(CaseEvent.Basis.Kind.EVIDENCE, proof))));
    }

    @Test
    void aDamagedFileIsRefusedByItsNumberAndNeverHandedOut() throws IOException {
        Evidence kept = keep(pdf());
        byte[] wrong = ProofFiles.pdf("forged");
        Files.write(workshop.archive().pathOf(kept.archivalNumber()), wrong);
        Conflict refused = assertThrows(Conflict.class, () -> bench.evidenceReading.file(clerk, kept.id()));
        assertTrue(String.valueOf(refused.getMessage())
                .contains(kept.archivalNumber().toString()));
        assertTrue(bench.registers
                .alarms()
                .toString()
                .contains(kept.archivalNumber().toString()));
    }
}
