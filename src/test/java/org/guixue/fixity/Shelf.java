package org.guixue.fixity;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.guixue.Sha256;
import org.guixue.archive.Accession;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.Retention;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.Chainer;
import org.guixue.audit.Who;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/** An archive in a folder, a Derby in memory and a clock that is moved by hand, for the rounds over them. */
final class Shelf implements AutoCloseable {
    final HouseDatabase database = HouseDatabase.inMemory();
    final EntityManager entities = database.entities();
    final Path records;
    final Archive archive;
    final SoundRegisters registers;
    final FixityRounds rounds;
    final Chainer chainer;
    final AuditTrail trail;
    private Instant now = Instant.parse("2026-11-22T01:02:03Z");

    Shelf(Path folder) {
        records = folder.resolve("records");
        Clock clock = new Hands();
        archive = Archive.open(records, clock);
        Transactions transactions = HouseDatabase.transactions(entities);
        Identifiers identifiers = database.identifiers();
        registers = new SoundRegisters(archive, new RegisterHeads(entities));
        rounds = new FixityRounds(entities, transactions, identifiers, clock);
        chainer = new Chainer(entities, clock);
        trail = new AuditTrail(entities, identifiers, new AuditWriter(entities, transactions, identifiers));
    }

    RereadingArchive rereading() {
        return new RereadingArchive(archive, new RegisterHeads(entities), registers, rounds, new Hands());
    }

    RereadingTrail walking() {
        return new RereadingTrail(chainer, archive, rounds, new Hands());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    static ArchivalNumber number(int item) {
        return new ArchivalNumber("SF01", "WS", 2026, Retention.D30, item);
    }

    Path file(int item) throws Exception {
        return archive.pathOf(number(item));
    }

    void keep(int item, int bytes) {
        byte[] paper = ("%PDF-1.7 " + item + "\n" + "x".repeat(bytes)).getBytes(StandardCharsets.UTF_8);
        archive.accession(number(item), paper, new Accession(Sha256.of("certificate"), 17));
    }

    byte[] damage(int item) throws Exception {
        byte[] before = Files.readAllBytes(file(item));
        byte[] after = before.clone();
        after[after.length - 1] ^= 1;
        Files.write(file(item), after);
        return before;
    }

    void happened(int events) {
        entities.getTransaction().begin();
        for (int i = 1; i <= events; i++) {
            trail.record(new AuditEvent(
                    new Who(i, "clerk", "王老师", 4, "127.0.0.1", "CLERK"),
                    now,
                    AuditAct.DOWNLOAD,
                    AuditSubject.of("instrument", i),
                    i,
                    "核对",
                    Map.of("n", i)));
        }
        entities.getTransaction().commit();
        entities.getTransaction().begin();
        chainer.chain();
        entities.getTransaction().commit();
    }

    List<String> open(String round) {
        return rounds.open(round, 100).stream()
                .map(finding -> finding.kind() + " " + finding.place())
                .toList();
    }

    @Override
    public void close() {
        archive.close();
        entities.close();
        database.close();
    }

    private final class Hands extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
