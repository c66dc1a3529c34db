package org.guixue.archive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Sha256;

/**
 * All that the registers say about one number, oldest line first.
 *
 * <p>A number that was cancelled has lines and no file.
 */
public record ArchivedRecord(ArchivalNumber number, List<RegisterLine> lines) {
    /** Where a record stands by its register; a later line wins over an earlier, and VOID and DISPOSED over all. */
    public enum State {
        ACCESSIONED,
        DELIVERED,
        RETURNED,
        VOID,
        CANCELLED,
        DISPOSED
    }

    public ArchivedRecord {
        lines = List.copyOf(lines);
    }

    public Optional<Sha256> sha256() {
        return accession().map(line -> new Sha256(line.event().facts().get("sha256")));
    }

    /** What its file is; empty where it has none. */
    public Optional<FileType> type() {
        return accession().flatMap(line -> FileType.ofPath(line.event().facts().get("file")));
    }

    public Optional<RegisterLine> accession() {
        return lines.stream()
                .filter(line -> line.event().act() == Act.ACCESSION)
                .findFirst();
    }

    /** Scans as paths within the bag of their register line, in the order of their numbers; also those that were withdrawn. */
    public List<String> scans() {
        return lines.stream()
                .filter(line -> line.event().act() == Act.SCAN)
                .map(line -> line.event().facts().get("file"))
                .toList();
    }

    /** Numbers of the scans that were filed here by mistake. */
    public Set<Integer> withdrawnScans() {
        return lines.stream()
                .filter(line -> line.event().act() == Act.WITHDRAWAL)
                .map(line -> Integer.valueOf(line.event().facts().get("scan")))
                .collect(Collectors.toUnmodifiableSet());
    }

    public State state() {
        State state = State.ACCESSIONED;
        for (RegisterLine line : lines) {
            state = switch (line.event().act()) {
                case ACCESSION, HOLD, RELEASE, WITHDRAWAL -> state;
                case DELIVERY ->
                    "FAILED".equals(line.event().facts().get("outcome")) ? state : later(state, State.DELIVERED);
                case SCAN -> later(state, State.RETURNED);
                case VOID -> later(state, State.VOID);
                case CANCELLATION -> later(state, State.CANCELLED);
                case DISPOSAL -> State.DISPOSED;
            };
        }
        return state;
    }

    /** Whether a hold keeps the record beyond its term. */
    public boolean held() {
        boolean held = false;
        for (RegisterLine line : lines) {
            held = line.event().act() == Act.HOLD || (held && line.event().act() != Act.RELEASE);
        }
        return held;
    }

    private static State later(State now, State next) {
        return now.compareTo(next) < 0 ? next : now;
    }
}
