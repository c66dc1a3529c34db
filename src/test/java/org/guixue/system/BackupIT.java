package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.guixue.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that back a home up and restore it, against a server that issues meanwhile. What was acknowledged before the
 * backup began is in it; {@code deploy/soak/backup} does the same with more papers.
 */
class BackupIT {
    /** Before the backup begins; as many as come are issued while it is made. */
    private static final int BEFORE = Integer.getInteger("guixue.backup.papers", 12);

    @TempDir
    Path folder;

    private final List<JsonNode> acknowledged = new ArrayList<>();
    private Path backups;
    private Path home;

    @Test
    void whatWasAcknowledgedIsInABackupThatWasTakenMeanwhile() throws Exception {
        home = folder.resolve("home");
        backups = Files.createDirectory(folder.resolve("backups"));
        Path backup;
        try (ServerProcess server = new ServerProcess(home)) {
            server.start();
            backup = backUpWhileIssuing(server);
            assertTold(backup);
            aSecondOneTakesNoMoreRoomThanWhatChanged(backup);
            aFullDiskLeavesEarlierBackupsAlone();
            aHomeThatIsInUseIsNotRestoredInto(backup);
            server.stop();
        }
        aDamagedOneIsNamed(backup);
        aNewerOneIsLeftToItsVersion(backup);
        encryptedItOpensWithItsKeyAlone();
        restoredElsewhereItServesEverything(backup);
    }

    private Path backUpWhileIssuing(ServerProcess server) throws Exception {
        long child =
                new Client(server.base(), "clerk").enrolledDemoChild().get("id").asLong();
        CountDownLatch enough = new CountDownLatch(BEFORE);
        AtomicBoolean over = new AtomicBoolean();
        Thread issuing = new Thread(() -> {
            Client clerk = new Client(server.base(), "clerk");
            while (!over.get()) {
                JsonNode issued = clerk.post("/api/instruments", Orders.notice(child))
                        .expect(201)
                        .json();
                synchronized (acknowledged) {
                    acknowledged.add(issued);
                }
                enough.countDown();
            }
        });
        issuing.start();
        enough.await();
        List<JsonNode> before;
        synchronized (acknowledged) {
            before = List.copyOf(acknowledged);
        }
        Script.run("deploy/backup", "--home", home, backups).expect(0, "Backed up and verified: ");
        over.set(true);
        issuing.join();
        assertTrue(acknowledged.size() > before.size() + 1, "papers were issued meanwhile");
        acknowledged.retainAll(before);
        return newest();
    }

    private Path newest() throws IOException {
        try (Stream<Path> all = Files.list(backups)) {
            return all.filter(each -> each.getFileName().toString().startsWith("guixue-"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private void assertTold(Path backup) throws IOException {
        JsonNode told = new ObjectMapper().readTree(home.resolve("backup.json").toFile());
        assertEquals("ok", told.get("result").asText(), told::toString);
        assertEquals(backup.getFileName().toString(), told.get("to").asText());
        assertFalse(told.get("verified").isNull(), told::toString);
        assertTrue(told.get("bytes").asLong() > 1_000_000, told::toString);
    }

    private void aSecondOneTakesNoMoreRoomThanWhatChanged(Path first) throws IOException {
        Script.run("deploy/backup", "--home", home, backups).expect(0, "Backed up and verified: ");
        Path paper = anyPaper(first);
        Path again = newest().resolve(first.relativize(paper));
        assertFalse(again.startsWith(first));
        assertTrue(Files.isSameFile(paper, again), "an unchanged paper is linked");
    }

    private static Path anyPaper(Path backup) throws IOException {
        try (Stream<Path> all = Files.walk(backup.resolve("records"))) {
            return all.filter(each -> each.toString().endsWith("-0002.pdf"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void aFullDiskLeavesEarlierBackupsAlone() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        if (Script.run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk).code() != 0) {
            return;
        }
        try {
            Files.createDirectory(disk.resolve("guixue-20200101T000000Z"));
            Script.run("deploy/backup", "--home", home, "--keep", "1", disk)
                    .expect(5, "the disk of " + disk + " is full");
            assertEquals(
                    List.of(".guixue-backup.lock", "guixue-20200101T000000Z"),
                    Stream.of(disk.toFile().list()).sorted().toList());
            assertTrue(Files.readString(home.resolve("backup.json")).contains("\"result\":\"failed\""));
        } finally {
            Script.run("umount", "-l", disk);
        }
    }

    private void aHomeThatIsInUseIsNotRestoredInto(Path backup) {
        Script.run("deploy/restore", backup, home).expect(4, "Guixue works in " + home);
        Script.run("deploy/restore", backup, backups).expect(4, backups + " is not empty");
    }

    private void aDamagedOneIsNamed(Path backup) throws IOException {
        Path copy = copyOf(backup);
        Path paper = anyPaper(copy);
        flip(paper);
        Path restored = folder.resolve("of-damaged");
        Script.run("deploy/restore", copy, restored).expect(6, copy.relativize(paper) + ": FAILED");
        assertFalse(Files.exists(restored));
        assertFalse(Files.exists(folder.resolve("of-damaged.restoring")));
    }

    private static void flip(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(5000);
            int one = bytes.read();
            bytes.seek(5000);
            bytes.write(one ^ 1);
        }
    }

    private void aNewerOneIsLeftToItsVersion(Path backup) throws IOException {
        Path copy = copyOf(backup);
        Path version = copy.resolve("version.txt");
        String sums = Files.readString(copy.resolve("SHA256SUMS"));
        String before = Sha256.of(Files.readAllBytes(version)).hex();
        Files.writeString(version, "schema=9999\n");
        Files.writeString(
                copy.resolve("SHA256SUMS"),
                sums.replace(before, Sha256.of(Files.readAllBytes(version)).hex()));
        Script.run("deploy/restore", copy, folder.resolve("of-newer")).expect(7, "schema 9999");
    }

    private Path copyOf(Path backup) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy").resolve(backup.getFileName());
        Script.run("cp", "-r", backup, copy).expect(0, "");
        return copy;
    }

    private void encryptedItOpensWithItsKeyAlone() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "a key that is long enough\n");
        Path other = Files.writeString(folder.resolve("other"), "another key of some length\n");
        Path target = Files.createDirectory(folder.resolve("locked"));
        Script.run("deploy/backup", "--home", home, "--key", key, target).expect(0, ".tar.gpg");
        Path locked;
        try (Stream<Path> all = Files.list(target)) {
            locked = all.filter(each -> each.toString().endsWith(".tar.gpg"))
                    .findFirst()
                    .orElseThrow();
        }
        Script.run("deploy/restore", "--key", other, locked, folder.resolve("opened"))
                .expect(8, "does not open");
        flip(locked);
        Script.run("deploy/restore", "--key", key, locked, folder.resolve("opened"))
                .expect(6, "damaged: " + locked);
        flip(locked);
        Script.run("deploy/restore", "--key", key, locked, folder.resolve("opened"))
                .expect(0, "Restored and verified, no difference");
    }

    private void restoredElsewhereItServesEverything(Path backup) throws Exception {
        Path restored = folder.resolve("restored");
        Files.createDirectories(folder.resolve("restored.restoring").resolve("half"));
        Script.run("deploy/restore", backup, restored).expect(0, "Restored and verified, no difference");
        assertFalse(Files.exists(restored.resolve("half")), "what a killed one has left");
        Files.copy(folder.resolve("home.passphrase"), folder.resolve("restored.passphrase"));
        try (ServerProcess server = new ServerProcess(restored)) {
            server.start();
            Client bureau = new Client(server.base(), "bureau");
            for (JsonNode paper : acknowledged) {
                byte[] pdf = bureau.get("/api/instruments/" + paper.get("id") + "/pdf")
                        .expect(200)
                        .body();
                assertEquals(paper.get("sha256").asText(), Sha256.of(pdf).hex());
            }
            assertTrue(acknowledged.size() >= BEFORE);
            JsonNode archive =
                    bureau.post("/api/archive/check", "{}").expect(200).json();
            assertTrue(archive.get("intact").asBoolean(), archive::toString);
            JsonNode trail = bureau.get("/api/audit/check").expect(200).json();
            assertTrue(trail.get("holds").asBoolean(), trail::toString);
            server.stop();
        }
        Script.run("deploy/verify", restored).expect(0, "全部相符");
    }
}
