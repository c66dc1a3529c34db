package org.guixue.archive;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.guixue.Sha256;

/**
 * The archive's records of class 证据: files as they were handed in, each with what is known of it beside it. Promises what
 * {@link Archive} promises; safe for many threads.
 */
public final class ProofShelf {
    private final Path records;
    private final WriteGuard guard;
    private final BagRack bags;
    private final Shelves shelves;
    private final UnaryOperator<Event> marked;
    private final Supplier<Instant> now;

    ProofShelf(
            Path records,
            WriteGuard guard,
            BagRack bags,
            Shelves shelves,
            UnaryOperator<Event> marked,
            Supplier<Instant> now) {
        this.records = records;
        this.guard = guard;
        this.bags = bags;
        this.shelves = shelves;
        this.marked = marked;
        this.now = now;
    }

    /**
     * Takes a piece of evidence, byte for byte. What a crash has begun is ended; asking again after success writes nothing.
     *
     * @throws Occupied when something else lies at the number's place
     * @throws BagClosed when the number's year is closed
     * @throws NoSpace when the disk is full
     */
    public Accessioned accession(ArchivalNumber number, Proof proof) {
        return guard.writing(() -> {
            Bag bag = bags.bag(number.bag().name());
            synchronized (bag) {
                for (FileType other : FileType.values()) {
                    if (other != proof.type()) {
                        shelves.expectNothingAt(number.path(other));
                    }
                }
                return bag.accession(number, proof, marked.apply(proof.event()), now.get());
            }
        });
    }

    /** The file at the number's place, whether acknowledged or not; for the one who reserved the number. */
    public Optional<byte[]> lying(ArchivalNumber number, FileType type) {
        String path = number.path(type);
        return WriteGuard.reading(() -> Files.isRegularFile(records.resolve(path), LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(shelves.bytes(path))
                : Optional.empty());
    }

    /**
     * The file, byte for byte.
     *
     * @throws Damaged when it is not what was put there
     */
    public byte[] read(ArchivalNumber number, FileType type, Sha256 expected) {
        return WriteGuard.reading(() -> shelves.checked(number.path(type), expected));
    }

    /**
     * What is known of it, JSON.
     *
     * @throws NoSuchRecord when there is no such evidence
     * @throws Damaged when it is not what was put there
     */
    public byte[] record(ArchivalNumber number) {
        return WriteGuard.reading(() -> shelves.readRecord(number));
    }
}
