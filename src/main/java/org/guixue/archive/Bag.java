package org.guixue.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Sha256;

/**
 * One bag that is written to. Its own monitor is its lock: every method holds it, so bags do not wait for each other.
 *
 * <p>A {@link NoSpace} has taken back all that the call wrote. Any other failure leaves the disk as it is: the archive
 * stops, and recovery decides when it is opened anew.
 */
final class Bag {
    private final Disk disk;
    private final String name;
    private final Path folder;
    private final Manifest manifest;
    private final Register register;
    private final boolean damaged;
    /** To be asked under this bag's lock. */
    final Whole whole;

    private boolean closed;

    Bag(Disk disk, String name, Path folder, RegisterHead head, boolean damaged, Whole whole) throws IOException {
        this.disk = disk;
        this.name = name;
        this.folder = folder;
        this.manifest = new Manifest(disk, folder);
        this.register = new Register(disk, folder, head);
        this.damaged = damaged;
        this.whole = whole;
        this.closed = BagCheck.closed(name, folder);
    }

    synchronized Accessioned accession(ArchivalNumber number, byte[] bytes, Event event, Instant at)
            throws IOException {
        expectSound();
        if (closed) {
            throw new BagClosed(name);
        }
        return take(number, number.payload(), bytes, event, at);
    }

    /** Files a scan beside its record, or in the events bag of the fonds; this bag decides only that it is writable. */
    synchronized Accessioned scan(ArchivalNumber number, int n, byte[] bytes, Event event, Instant at)
            throws IOException {
        expectSound();
        return take(number, number.scan(n), bytes, event, at);
    }

    private Accessioned take(ArchivalNumber number, String payload, byte[] bytes, Event event, Instant at)
            throws IOException {
        Sha256 sha256 = Sha256.of(bytes);
        Event entered = event.with("file", payload).with("sha256", sha256.hex());
        if (Files.exists(folder.resolve(payload), LinkOption.NOFOLLOW_LINKS)) {
            adopt(number, payload, sha256, entered, at);
        } else {
            keep(payload, bytes, sha256, register.next(at, number, entered));
        }
        return new Accessioned(folder.resolve(payload), sha256, register.head());
    }

    /** The write order. A record exists once its register line is forced, and not before. */
    private void keep(String payload, byte[] bytes, Sha256 sha256, RegisterLine line) throws IOException {
        disk.expectRoomFor(bytes.length);
        Path target = folder.resolve(payload);
        Path staged = disk.stagedName();
        boolean published = false;
        try {
            try (RandomAccessFile file = new RandomAccessFile(staged.toFile(), "rw")) {
                stage(file, bytes);
                checkLength(file, bytes.length);
                force(file);
            }
            disk.makeFolders(target.getParent());
            publish(staged, target);
            published = true;
            forceFolder(target.getParent());
            dropStaged(staged);
            try (Lines lines = new Lines()) {
                writeManifestLine(lines, payload, sha256);
                writeRegisterLine(lines, line);
                forceLines(lines);
            }
            register.moveOnTo(line);
        } catch (NoSpace e) {
            withdraw(staged, target, published);
            throw e;
        } catch (FileAlreadyExistsException e) {
            dropStaged(staged);
            throw new Occupied(name + "/" + payload);
        }
    }

    void stage(RandomAccessFile file, byte[] bytes) throws IOException {
        disk.write(file, bytes);
    }

    void checkLength(RandomAccessFile file, long expected) throws IOException {
        disk.checkLength(file, expected);
    }

    void force(RandomAccessFile file) throws IOException {
        disk.force(file);
    }

    void publish(Path staged, Path target) throws IOException {
        disk.link(staged, target);
    }

    void forceFolder(Path parent) throws IOException {
        disk.forceFolder(parent);
    }

    void dropStaged(Path staged) throws IOException {
        Files.delete(staged);
    }

    void writeManifestLine(Lines lines, String payload, Sha256 sha256) throws IOException {
        lines.append(lines.manifestLines, Manifest.line(payload, sha256));
    }

    void writeRegisterLine(Lines lines, RegisterLine line) throws IOException {
        lines.append(lines.registerLines, line.text());
    }

    void forceLines(Lines lines) throws IOException {
        lines.manifestLines.force();
        lines.registerLines.force();
    }

    private void withdraw(Path staged, Path target, boolean published) throws IOException {
        Files.deleteIfExists(staged);
        if (published) {
            Files.delete(target);
            forceFolder(target.getParent());
        }
    }

    /**
     * Takes a file that already lies at its place: a crash came between publishing and the register line. The same bytes
     * get the lines that they lack; a record that has all its lines is left alone, so asking twice changes nothing.
     */
    private void adopt(ArchivalNumber number, String payload, Sha256 sha256, Event event, Instant at)
            throws IOException {
        Path target = folder.resolve(payload);
        if (!BagCheck.digest(target).equals(sha256)) {
            throw new Occupied(name + "/" + payload);
        }
        if (entered(number, payload)) {
            return;
        }
        RegisterLine line = register.next(at, number, event);
        try (RandomAccessFile file = new RandomAccessFile(target.toFile(), "rw")) {
            force(file);
        }
        forceFolder(target.getParent());
        boolean listed = manifest.digest(payload).isPresent();
        try (Lines lines = new Lines()) {
            if (!listed) {
                writeManifestLine(lines, payload, sha256);
            }
            writeRegisterLine(lines, line);
            forceLines(lines);
        }
        register.moveOnTo(line);
    }

    synchronized RegisterHead append(ArchivalNumber number, Event event, Instant at) throws IOException {
        expectSound();
        RegisterLine line = register.next(at, number, event);
        try (Lines lines = new Lines()) {
            writeRegisterLine(lines, line);
            forceLines(lines);
        }
        register.moveOnTo(line);
        return register.head();
    }

    /** Moves a file that was never acknowledged out of the bag, under a name of its own. */
    synchronized Path quarantine(ArchivalNumber number, Path quarantine) throws IOException {
        expectSound();
        String payload = number.payload();
        Path file = folder.resolve(payload);
        if (entered(number, payload)) {
            throw new Occupied(name + "/" + payload + ", and the register vouches for it");
        }
        disk.makeFolders(quarantine);
        Path moved = quarantine.resolve(number + "." + disk.stagedName().getFileName() + ".pdf");
        disk.link(file, moved);
        forceFolder(quarantine);
        if (manifest.digest(payload).isPresent()) {
            manifest.drop(payload);
        }
        Files.delete(file);
        forceFolder(file.getParent());
        return moved;
    }

    /** Ends the bag's year: writes Payload-Oxum, then the tag manifest, which is the commit. Closing twice changes nothing. */
    synchronized void close(LocalDate on) throws IOException {
        expectSound();
        if (closed) {
            return;
        }
        List<Finding> findings =
                BagCheck.of(name, folder, List.of(register.head())).findings();
        if (!findings.isEmpty()) {
            throw new Damaged("a bag is closed only when all of it fits: " + findings.get(0));
        }
        disk.replace(folder.resolve(BagTags.INFO), BagTags.closedInfo(name, on, folder));
        disk.replace(folder.resolve(BagTags.TAG_MANIFEST), BagTags.tagManifest(folder));
        closed = true;
    }

    synchronized RegisterHead head() {
        return register.head();
    }

    synchronized boolean closed() {
        return closed;
    }

    synchronized List<RegisterLine> history(ArchivalNumber number) throws IOException {
        return register.of(number);
    }

    synchronized List<RegisterLine> history() throws IOException {
        return register.all();
    }

    synchronized Optional<String> payload(Sha256 sha256) throws IOException {
        expectSound();
        return manifest.payload(sha256);
    }

    synchronized BagCheck check(List<RegisterHead> known) throws IOException {
        List<RegisterHead> all = new ArrayList<>(known);
        all.add(register.head());
        return BagCheck.of(name, folder, all);
    }

    String name() {
        return name;
    }

    private boolean entered(ArchivalNumber number, String payload) throws IOException {
        return register.of(number).stream()
                .anyMatch(line -> payload.equals(line.event().facts().get("file")));
    }

    void expectSound() {
        if (damaged) {
            throw new Damaged("the bag does not fit together, so nothing is taken into it or vouched for: " + name);
        }
    }

    /** Manifest and register opened together; when space runs out, both are as before. */
    final class Lines implements AutoCloseable {
        private final LineFile.Appender manifestLines;
        private final LineFile.Appender registerLines;

        private Lines() throws IOException {
            manifestLines = manifest.open();
            registerLines = register.open();
        }

        private void append(LineFile.Appender file, String line) throws IOException {
            try {
                file.append(line);
            } catch (NoSpace e) {
                registerLines.cut();
                manifestLines.cut();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            manifestLines.close();
            registerLines.close();
        }
    }
}
