package org.guixue.archive;

import static org.guixue.archive.Bags.CLOCK;
import static org.guixue.archive.Bags.FACTS;
import static org.guixue.archive.Bags.evidence;
import static org.guixue.archive.Bags.number;
import static org.guixue.archive.Bags.proof;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofShelfTest {
    private static final ArchivalNumber NUMBER = evidence(1);
    private static final Proof PROOF = proof(NUMBER);
    private static final Sha256 DIGEST = Sha256.of(PROOF.bytes());

    @TempDir
    Path folder;

    private Archive open() {
        return Archive.open(folder.resolve("records"), CLOCK);
    }

    private Path place(String name) {
        return folder.resolve("records/SF01/2026/D30/data/0000/" + name);
    }

    @Test
    void aFileAndItsRecordLieBesideEachOtherAndBothAreVouchedFor() throws Exception {
        try (Archive archive = open()) {
            archive.proofs().accession(NUMBER, PROOF);
            archive.proofs().accession(NUMBER, PROOF);
            assertEquals(1, archive.history(NUMBER).lines().size());
            assertEquals(Optional.of(FileType.PNG), archive.history(NUMBER).type());
            assertArrayEquals(PROOF.bytes(), Files.readAllBytes(place("SF01-ZJ.2026-D30-0001.png")));
            assertArrayEquals(PROOF.bytes(), archive.proofs().read(NUMBER, FileType.PNG, DIGEST));
            assertArrayEquals(PROOF.record(), archive.proofs().record(NUMBER));
            assertEquals(List.of(), archive.check(List.of()));
            assertEquals(1, archive.highestItem(NUMBER.bag()));
        }
        Bags.assertValid(folder.resolve("records"));
        try (Archive archive = open()) {
            assertEquals(List.of(), archive.recovery().findings());
            assertEquals(1, archive.highestItem(NUMBER.bag()));
        }
    }

    @Test
    void onlyTheFileIsThereAndTheRecordComesWhenItIsAskedAgain() throws Exception {
        try (Archive archive = open()) {
            archive.accession(number(2), Bags.bytes(number(2)), FACTS);
        }
        Files.write(place("SF01-ZJ.2026-D30-0001.png"), PROOF.bytes());
        try (Archive archive = open()) {
            assertEquals(1, archive.recovery().awaiting().size());
            assertArrayEquals(
                    PROOF.bytes(), archive.proofs().lying(NUMBER, FileType.PNG).orElseThrow());
            archive.proofs().accession(NUMBER, PROOF);
            assertEquals(List.of(), archive.check(List.of()));
        }
        Bags.assertValid(folder.resolve("records"));
    }

    @Test
    void eachDamageIsNamed() throws Exception {
        for (String file : List.of("SF01-ZJ.2026-D30-0001.png", "SF01-ZJ.2026-D30-0001.record.json")) {
            try (Archive archive = open()) {
                archive.proofs().accession(NUMBER, PROOF);
                byte[] before = Files.readAllBytes(place(file));
                byte[] flipped = before.clone();
                flipped[3] ^= 1;
                Files.write(place(file), flipped);
                assertTrue(
                        archive.check(List.of()).stream()
                                .anyMatch(finding -> finding.kind() == Finding.Kind.ALTERED
                                        && finding.where().endsWith(file)),
                        file);
                assertThrows(Damaged.class, () -> archive.proofs()
                        .read(NUMBER, FileType.PNG, Sha256.of(archive.proofs().record(NUMBER))));
                Files.write(place(file), before);
                Path aside = folder.resolve("aside");
                Files.move(place(file), aside);
                assertTrue(
                        archive.check(List.of()).stream()
                                .anyMatch(finding -> finding.kind() == Finding.Kind.MISSING
                                        && finding.where().endsWith(file)),
                        file);
                Files.move(aside, place(file));
                assertEquals(List.of(), archive.check(List.of()));
            }
        }
    }

    @Test
    void aNumberHasOneFileOfOneType() {
        try (Archive archive = open()) {
            archive.proofs().accession(NUMBER, PROOF);
            Proof other = new Proof(FileType.JPEG, new byte[] {1}, PROOF.record(), 17);
            assertThrows(Occupied.class, () -> archive.proofs().accession(NUMBER, other));
            Proof altered = new Proof(FileType.PNG, new byte[] {1}, PROOF.record(), 17);
            assertThrows(Occupied.class, () -> archive.proofs().accession(NUMBER, altered));
            assertThrows(Occupied.class, () -> archive.append(NUMBER, Event.of(Act.CANCELLATION, 17, "OTHER")));
        }
    }

    @Test
    void aCopyOfAPaperThatWasHandedInIsNotThePaper() {
        byte[] paper = Bags.bytes(number(1));
        try (Archive archive = open()) {
            archive.proofs().accession(evidence(2), new Proof(FileType.PDF, paper, PROOF.record(), 17));
            assertEquals(Optional.empty(), archive.find(Sha256.of(paper)));
            archive.accession(number(1), paper, FACTS);
            archive.proofs().accession(evidence(3), new Proof(FileType.PDF, paper, PROOF.record(), 17));
            assertEquals(Optional.of(number(1)), archive.find(Sha256.of(paper)));
        }
    }

    @Test
    void aCheckpointAndAClosedYearHoldEvidence() throws Exception {
        List<Checkpoint> kept;
        try (Archive archive = open()) {
            archive.proofs().accession(NUMBER, PROOF);
            kept = archive.wholeness().checkpoints();
            assertEquals(1, kept.size());
            archive.proofs().accession(evidence(2), proof(evidence(2)));
        }
        Clock nextYear = Clock.offset(CLOCK, Duration.ofDays(60));
        try (Archive archive = Archive.open(folder.resolve("records"), nextYear, kept)) {
            assertEquals(List.of(), archive.recovery().findings());
            assertEquals(2, archive.highestItem(NUMBER.bag()));
            assertEquals(1, archive.wholeness().recordsSince(NUMBER.bag()).size());
            archive.writeHeads(LocalDate.of(2027, 1, 20), new RegisterHead(Archive.AUDIT, 0, RegisterHead.NONE));
            assertEquals(
                    List.of("SF01/2026/D30"),
                    archive.closeEarlierYears(LocalDate.of(2027, 1, 21), Set.of())
                            .closed());
            assertThrows(BagClosed.class, () -> archive.proofs().accession(evidence(3), proof(evidence(3))));
        }
        Bags.assertValid(folder.resolve("records"));
    }
}
