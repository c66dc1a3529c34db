package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a bag was found whole, at its opening and since. The bag's lock guards it. */
final class Whole {
    private final String name;
    private final Path folder;
    private final Optional<Checkpoint> before;
    private Optional<Checkpoint> now;

    /**
     * @param before the checkpoint after which alone the bag was looked at; empty where the whole was
     * @param now the checkpoint that follows; empty where something does not fit
     */
    Whole(String name, Path folder, Optional<Checkpoint> before, Optional<Checkpoint> now) {
        this.name = name;
        this.folder = folder;
        this.before = before;
        this.now = now;
    }

    /** The checkpoint of the opening. */
    Checkpoint before() {
        return before.orElseGet(() -> Checkpoint.nothing(name));
    }

    /** Costs what came since it was last asked, and the whole bag where the year was closed since. Empty where it does not fit. */
    Optional<Checkpoint> checkpoint(boolean closed) throws IOException {
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Optional<Tail> tail = Tail.of(name, folder, now.get());
        if (tail.isEmpty() && closed) {
            tail = Tail.of(name, folder, Checkpoint.nothing(name));
        }
        if (tail.isPresent()) {
            now = tail.map(Tail::next);
        }
        return tail.map(Tail::next);
    }

    /** The lines after the opening's checkpoint, all where there was none; up to the first that does not follow. */
    List<RegisterLine> since() throws IOException {
        List<RegisterLine> lines = new ArrayList<>();
        Register.walk(
                before().known(),
                folder.resolve(Register.NAME),
                before().registerBytes(),
                (line, at) -> lines.add(line),
                odd -> {});
        return lines;
    }

    /** Holds the register, from the opening's checkpoint on, against heads that were kept elsewhere. */
    List<Finding> compare(List<RegisterHead> known) throws IOException {
        List<RegisterHead> later = known.stream()
                .filter(head -> head.register().equals(name) && head.length() > 0 && head.length() >= before().lines())
                .toList();
        return BagCheck.ofRegister(name, folder, before(), later).findings();
    }
}
