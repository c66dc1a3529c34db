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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.guixue.Sha256;

/**
 * One bag that is written to. Its own monitor is its lock: every method holds it, so bags do not wait for each other. A {@link NoSpace} has taken back all that the call wrote. Any other failure leaves the disk as it is: the archive
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
        return take(number, List.of(Part.of(number.payload(), bytes)), event, at);
    }

    synchronized Accessioned accession(ArchivalNumber number, Proof proof, Event event, Instant at) throws IOException {
        expectSound();
        if (closed) {
            throw new BagClosed(name);
        }
        return take(number, proof.parts(number), event, at);
    }

    /** Files a scan beside its record, or in the events bag of the fonds; this bag decides only that it is writable. */
    synchronized Accessioned scan(ArchivalNumber number, int n, byte[] bytes, Event event, Instant at)
            throws IOException {
        expectSound();
        return take(number, List.of(Part.of(number.scan(n), bytes)), event, at);
    }

    /**
     * A record's files, the one that it is named after first. One that already lies at its place since a crash is taken as it
     * lies where it has the same bytes; a record that has its register line is left alone, so asking twice changes nothing.
     */
    private Accessioned take(ArchivalNumber number, List<Part> parts, Event event, Instant at) throws IOException {
        Part first = parts.get(0);
        List<Part> coming = new ArrayList<>();
        for (Part part : parts) {
            if (!lies(part.payload())) {
                coming.add(part);
            } else if (!BagCheck.digest(folder.resolve(part.payload())).equals(part.sha256())) {
                throw new Occupied(name + "/" + part.payload());
            }
        }
        if (coming.contains(first) || !entered(number, first.payload())) {
            Event entered = event.with("file", first.payload())
                    .with("sha256", first.sha256().hex());
            keep(parts, coming, register.next(at, number, entered));
        }
        return new Accessioned(folder.resolve(first.payload()), first.sha256(), register.head());
    }

    private boolean lies(String payload) {
        return Files.exists(folder.resolve(payload), LinkOption.NOFOLLOW_LINKS);
    }

    /** The write order. A record exists once its register line is forced, and not before. */
    private void keep(List<Part> parts, List<Part> coming, RegisterLine line) throws IOException {
        Map<Path, Path> staged = new LinkedHashMap<>();
        List<Path> published = new ArrayList<>();
        try {
            bring(coming, staged, published);
            List<Part> unlisted = settle(parts, coming);
            try (BagLines lines = new BagLines(manifest, register)) {
                for (Part part : unlisted) {
                    writeManifestLine(lines, part.payload(), part.sha256());
                }
                writeRegisterLine(lines, line);
                forceLines(lines);
            }
            register.moveOnTo(line);
        } catch (NoSpace e) {
            withdraw(staged.values(), published);
            throw e;
        } catch (FileAlreadyExistsException e) {
            withdraw(staged.values(), published);
            throw new Occupied(name + "/" + e.getMessage());
        }
    }

    private void bring(List<Part> coming, Map<Path, Path> staged, List<Path> published) throws IOException {
        if (coming.isEmpty()) {
            return;
        }
        disk.expectRoomFor(
                coming.stream().mapToLong(part -> part.bytes().length).sum());
        for (Part part : coming) {
            Path named = disk.stagedName();
            staged.put(folder.resolve(part.payload()), named);
            try (RandomAccessFile file = new RandomAccessFile(named.toFile(), "rw")) {
                stage(file, part.bytes());
                checkLength(file, part.bytes().length);
                force(file);
            }
        }
        Path parent = folder.resolve(coming.get(0).payload()).getParent();
        disk.makeFolders(parent);
        for (Map.Entry<Path, Path> each : staged.entrySet()) {
            publish(each.getValue(), each.getKey());
            published.add(each.getKey());
        }
        forceFolder(parent);
        for (Path each : staged.values()) {
            dropStaged(each);
        }
    }

    /** Makes sure of what a crash left lying, and says which files the manifest lacks. */
    private List<Part> settle(List<Part> parts, List<Part> coming) throws IOException {
        List<Part> unlisted = new ArrayList<>(coming);
        for (Part part : parts) {
            Path target = folder.resolve(part.payload());
            if (!coming.contains(part)) {
                try (RandomAccessFile file = new RandomAccessFile(target.toFile(), "rw")) {
                    force(file);
                }
                forceFolder(target.getParent());
                if (manifest.digest(part.payload()).isEmpty()) {
                    unlisted.add(part);
                }
            }
        }
        return unlisted;
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

    void writeManifestLine(BagLines lines, String payload, Sha256 sha256) throws IOException {
        lines.list(Manifest.line(payload, sha256));
    }

    void writeRegisterLine(BagLines lines, RegisterLine line) throws IOException {
        lines.enter(line.text());
    }

    void forceLines(BagLines lines) throws IOException {
        lines.force();
    }

    private void withdraw(Collection<Path> staged, List<Path> published) throws IOException {
        for (Path each : staged) {
            Files.deleteIfExists(each);
        }
        for (Path each : published) {
            Files.delete(each);
            forceFolder(each.getParent());
        }
    }

    synchronized RegisterHead append(ArchivalNumber number, Event event, Instant at) throws IOException {
        expectSound();
        RegisterLine line = register.next(at, number, event);
        try (BagLines lines = new BagLines(manifest, register)) {
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

    synchronized Optional<String> payload(Sha256 sha256, Predicate<String> wanted) throws IOException {
        expectSound();
        return manifest.payload(sha256, wanted);
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
}
